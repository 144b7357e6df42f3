package import JSON

/// The body of a response that is read while it comes in.
///
/// Pulled by one task at a time.
///
/// Little of it is held in memory: the server waits when nothing is pulled.
package protocol BodyPieces: Sendable {
    /// The next bytes, decompressed and never none; nil at the end.
    func next() async throws(TransportError) -> Bytes?
    /// The rest is not wanted: ends the exchange.
    func stop()
}
