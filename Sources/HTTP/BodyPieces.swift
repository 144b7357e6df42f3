package import JSON

/// The body of a response that is read while it comes in.
///
/// Pulled by one task at a time.
///
/// Little of it is held: the server waits when nobody pulls.
package protocol BodyPieces: Sendable {
    /// The next bytes, unpacked and never none; nil at the end.
    func next() async throws(TransportError) -> Bytes?
    /// Nobody wants the rest: ends the exchange.
    func stop()
}
