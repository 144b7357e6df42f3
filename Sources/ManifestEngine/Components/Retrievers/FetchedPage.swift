import HTTP
import JSON

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
}
