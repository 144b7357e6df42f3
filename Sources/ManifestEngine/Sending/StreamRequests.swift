import HTTP
package import Jinja
import Synchronization

/// The requests of a requester in one run: makes them of what they have in common, signs and sends them.
package final class StreamRequests: PageRequests {
    let sender: RequestSender
    private let requester: HttpRequester
    private let prepared = Mutex<Prepared?>(nil)

    /// What is the same for all requests as long as the configuration is.
    private struct Prepared {
        let request: PreparedRequest
        /// Nil where the authenticator signs each request separately.
        let credentials: RequestParts?
    }

    init(_ requester: HttpRequester, sender: RequestSender) {
        self.requester = requester
        self.sender = sender
    }

    /// See `PageRequests`; a body that is kept for another stream comes whole.
    package func send(
        in scope: Scope,
        run: SourceRun,
        pathToken: String?,
        injected: RequestParts,
        wantsPieces: Bool
    ) async throws -> SentResponse {
        let context = sender.context
        let authenticator = requester.authenticator
        var signed = RequestParts()
        return try await sender.send(
            in: scope,
            renew: { _ in try await authenticator.renew(rejected: signed, in: scope, run: run) },
            rotate: { try authenticator.hasAlternative(to: $0, run: run) },
            observe: { try await authenticator.observe($0, to: $1, run: run) },
            make: { _ in
                let prepared = try prepare(in: scope, run)
                if let credentials = prepared.credentials {
                    signed = credentials
                } else {
                    signed = try await authenticator.credentials(in: scope, run: run)
                }
                var request = try prepared.request.request(
                    in: scope,
                    pathToken: pathToken,
                    credentials: signed,
                    injected: injected,
                    context: context
                )
                request.wantsPieces = wantsPieces && sender.cache == nil
                try await authenticator.sign(&request, in: scope, run: run)
                return request
            }
        )
    }

    private func prepare(in scope: Scope, _ run: SourceRun) throws -> Prepared {
        let config = scope.sharedConfig
        let known = prepared.withLock { $0 }
        if let known, let config, known.request.config === config { return known }
        let made = Prepared(
            request: try PreparedRequest(requester, in: scope),
            credentials: try requester.authenticator.settledCredentials(in: scope, run: run)
        )
        prepared.withLock { $0 = made }
        return made
    }
}
