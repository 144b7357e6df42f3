import HTTP
import Jinja
import Synchronization

/// The requests of a requester in one run: makes them of what they have in common, signs and sends them.
package final class StreamRequests: Sendable {
    let sender: RequestSender
    private let requester: HttpRequester
    private let prepared = Mutex<Prepared?>(nil)

    /// What is the same for all requests as long as the configuration is.
    private struct Prepared {
        let request: PreparedRequest
        /// Nil where the authenticator is asked for each request.
        let credentials: RequestParts?
    }

    init(_ requester: HttpRequester, sender: RequestSender) {
        self.requester = requester
        self.sender = sender
    }

    /// Sends the request of a slice and page until there is a response to go on with.
    ///
    /// - Parameters:
    ///   - scope: variables of the slice and the page.
    ///   - pathToken: a page token that takes the place of the path, if any.
    ///   - injected: what paginator and slicer add.
    ///   - wantsPieces: whether the body is to come in pieces; what is kept for another stream comes whole all the same.
    func send(
        in scope: Scope,
        pathToken: String?,
        injected: RequestParts,
        wantsPieces: Bool = false
    ) async throws -> SentResponse {
        let context = sender.context
        let authenticator = requester.authenticator
        var signed = RequestParts()
        return try await sender.send(
            in: scope,
            renew: { _ in try await authenticator.renew(rejected: signed, in: scope, context: context) },
            make: { _ in
                let prepared = try prepare(in: scope)
                if let credentials = prepared.credentials {
                    signed = credentials
                } else {
                    signed = try await authenticator.credentials(in: scope, context: context)
                }
                var request = try prepared.request.request(
                    in: scope,
                    pathToken: pathToken,
                    credentials: signed,
                    injected: injected,
                    context: context
                )
                request.wantsPieces = wantsPieces && sender.cache == nil
                return request
            }
        )
    }

    private func prepare(in scope: Scope) throws -> Prepared {
        let config = scope.sharedConfig
        let known = prepared.withLock { $0 }
        if let known, let config, known.request.config === config { return known }
        let made = Prepared(
            request: try PreparedRequest(requester, in: scope),
            credentials: try requester.authenticator.settledCredentials(in: scope, context: sender.context)
        )
        prepared.withLock { $0 = made }
        return made
    }
}
