/// Says what `check` reads.
package protocol ConnectionCheck: Sendable {
    /// The streams that the manifest names, in order.
    var streamNames: [String] { get }
    /// The names of the streams to check, in order, now that all streams are known.
    func streamNames(among streams: SourceStreams) -> [String]
}

extension ConnectionCheck {
    package func streamNames(among streams: SourceStreams) -> [String] { streamNames }
}
