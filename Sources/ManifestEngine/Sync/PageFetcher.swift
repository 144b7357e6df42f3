import Diagnostics
import HTTP
import JSON
import Jinja
import Manifest

/// Fetches one page: builds its request, signs it, sends it, reads the body.
///
/// Has a scope of its own, so that it can run beside the handling of another page.
struct PageFetcher: Sendable {
    let reading: StreamReading
    let slice: StreamSlice
    let token: JSONValue?

    func fetch() async throws -> FetchedPage {
        let context = reading.run.context
        let retriever = reading.stream.retriever
        let scope = context.makeScope()
        for (name, value) in slice.extraFields { scope[Symbol(name)] = Value(value) }
        scope.setSlice(.object(SliceObject(slice)))
        scope[.nextPageToken] = PageTokenValue.make(token)
        var (injected, path) = try retriever.paginator.requestParts(for: token, in: scope)
        try mergeSliceParts(into: &injected, in: scope)
        let sent = try await reading.requests.send(in: scope, pathToken: path, injected: injected)
        return try decode(sent)
    }

    /// Adds what partition and cursor put into the request.
    private func mergeSliceParts(into parts: inout RequestParts, in scope: Scope) throws {
        let stream = reading.stream
        if token != nil && stream.retriever.dropsSlicerOnPages { return }
        if let router = stream.retriever.router {
            try RequestMerge.merge(router.requestParts(for: slice, in: scope), into: &parts)
        }
        if let cursor = stream.cursor {
            try RequestMerge.merge(cursor.requestParts(for: slice, in: scope), into: &parts)
        }
    }

    private func decodeBody(_ sent: SentResponse) throws -> DecodedPage {
        let retriever = reading.stream.retriever
        do {
            return try retriever.decoder.decode(
                sent.response,
                recordDepth: retriever.selector.extractor.recordDepth
            )
        } catch let failure as EngineFailure {
            let request = "\(sent.request.method) \(reading.run.context.secrets.address(sent.request.url))"
            let detail = [request, failure.detail].compactMap { $0 }.joined(separator: "\n")
            throw EngineFailure(failure.type, failure.message, detail: detail)
        }
    }

    private func decode(_ sent: SentResponse) throws -> FetchedPage {
        let isIgnored = sent.response.status >= 400
        let decoded = isIgnored ? DecodedPage(bodies: [.object([:])]) : try decodeBody(sent)
        if let fault = decoded.fault {
            let context = reading.run.context
            let request = "\(sent.request.method) \(context.secrets.address(sent.request.url))"
            let text = "Stream \(reading.stream.name): \(fault) (\(request))"
            context.messages.log(.warn, context.secrets.masked(text))
        }
        return FetchedPage(decoded: decoded, headers: sent.response.headers, token: token, isIgnored: isIgnored)
    }
}
