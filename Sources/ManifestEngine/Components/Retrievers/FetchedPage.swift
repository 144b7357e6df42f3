import HTTP
import JSON
import Jinja
import Manifest

/// A response that was read, or is to be read in pieces, and whether its records count.
struct FetchedPage: Sendable {
    /// What there is for templates, and the records of a body that was read.
    let decoded: DecodedPage
    let response: HTTPResponse
    /// The request that brought it.
    let request: HTTPRequest
    /// The token that asked for the page.
    let token: JSONValue?
    /// The response is an error that the manifest skips: no records, no further page.
    let isIgnored: Bool

    /// Sets what templates see of the page.
    func set(in scope: Scope) {
        scope[.nextPageToken] = PageTokenValue.make(token)
        scope[.response] = decoded.bodies.first.map(Value.init) ?? .null
        scope[.headers] = .object(PageHeaders(response.headers))
    }

    /// The records in what was decoded of the page; notes about them are logged.
    func extraction(of decoded: DecodedPage, by selector: RecordSelector, _ run: SliceRun, _ scope: Scope) async throws
        -> Extraction
    {
        let found = try await selector.extractor.extraction(from: decoded, in: scope)
        for note in found.notes { run.warn(note, of: request) }
        return found
    }
}
