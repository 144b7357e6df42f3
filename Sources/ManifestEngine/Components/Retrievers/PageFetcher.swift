import Diagnostics
import HTTP
import JSON
import Jinja
import Manifest

/// Fetches one page: builds its request, signs it, sends it, reads the body.
///
/// Has a scope of its own, so that it can run beside the handling of another page.
struct PageFetcher: Sendable {
    let retriever: SimpleRetriever
    let run: SliceRun
    let token: JSONValue?
    /// Whether the body may come in pieces, where the decoder reads it so.
    var takesPieces = true

    func fetch() async throws -> FetchedPage {
        let scope = run.makeScope()
        scope[.nextPageToken] = PageTokenValue.make(token)
        var (injected, path) = try await retriever.paginator.requestParts(for: token, in: scope)
        try mergeSliceParts(into: &injected, in: scope)
        let sent = try await run.source.requests(of: retriever.requester).send(
            in: scope,
            run: run.source,
            pathToken: path,
            injected: injected,
            wantsPieces: takesPieces && retriever.bodyDecoder.readsPieces
        )
        return try decode(sent)
    }

    /// Adds what partition and cursor put into the request.
    private func mergeSliceParts(into parts: inout RequestParts, in scope: Scope) throws {
        if token != nil && retriever.dropsSlicerOnPages { return }
        if let router = retriever.router {
            try RequestMerge.merge(router.requestParts(for: run.slice, in: scope), into: &parts)
        }
        if let cursor = run.cursor {
            try RequestMerge.merge(cursor.requestParts(for: run.slice, in: scope), into: &parts)
        }
    }

    private func decode(_ sent: SentResponse) throws -> FetchedPage {
        let page = FetchedPage(
            decoded: try sent.isPassedOver || sent.response.pieces != nil
                ? DecodedPage(bodies: [.object([:])]) : decodeBody(sent),
            response: sent.response,
            request: sent.request,
            token: token,
            isIgnored: sent.isPassedOver
        )
        if let fault = page.decoded.fault { run.warn(fault, of: sent.request) }
        return page
    }

    private func decodeBody(_ sent: SentResponse) throws -> DecodedPage {
        do {
            var page = try retriever.bodyDecoder.decode(
                sent.response,
                recordDepth: retriever.selector.extractor.recordDepth
            )
            page.response = sent.response
            return page
        } catch let failure as EngineFailure {
            let detail = [run.shown(sent.request), failure.detail].compactMap { $0 }.joined(separator: "\n")
            throw EngineFailure(failure.type, failure.message, detail: detail)
        }
    }
}
