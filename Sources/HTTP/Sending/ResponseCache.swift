/// Serves again the responses to requests that were sent before.
///
/// One step between the sender and the network.
package protocol ResponseCache: Sendable {
    /// The cached response, or the one `send` fetches.
    func response(
        to request: HTTPRequest,
        otherwise send: () async throws -> HTTPResponse
    ) async throws -> HTTPResponse
}
