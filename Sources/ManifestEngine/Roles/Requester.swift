package import Jinja

/// Fetches the pages of a stream.
package protocol Requester: AnyObject, Sendable {
    /// The stream's name, for messages.
    var name: String { get }
    /// The properties that its requests ask for; nil when they ask for none by name.
    var properties: (any PropertyList)? { get }
    /// What sends the requests of a run; made once for it.
    func makeRequests(in run: SourceRun) -> any PageRequests
}

extension Requester {
    package var properties: (any PropertyList)? { nil }
}

/// Sends the requests of a requester in one run.
package protocol PageRequests: Sendable {
    /// Sends the request of a slice and page until there is a usable response.
    ///
    /// - Parameters:
    ///   - scope: variables of the slice and the page.
    ///   - run: the run that they were made for.
    ///   - pathToken: a page token that takes the place of the path, if any.
    ///   - injected: what paginator and slicer add.
    ///   - wantsPieces: whether the body is to come in pieces; it may come whole all the same.
    func send(
        in scope: Scope,
        run: SourceRun,
        pathToken: String?,
        injected: RequestParts,
        wantsPieces: Bool
    ) async throws -> SentResponse
}
