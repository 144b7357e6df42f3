/// Keeps responses for requests that come again.
///
/// One step between the sender and the network.
package protocol ResponseCache: Sendable {
    /// The cached response, or the one `send` fetches.
    func response(
        to request: HTTPRequest,
        otherwise send: () async throws -> HTTPResponse
    ) async throws -> HTTPResponse
}
