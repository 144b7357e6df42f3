import HTTP
import JSON

/// An answer that was read, and whether its records count.
struct FetchedPage: Sendable {
    let decoded: DecodedPage
    let headers: HTTPHeaderList
    /// The token that asked for the page.
    let token: JSONValue?
    /// The answer is an error that the manifest passes over: no records, no further page.
    let isIgnored: Bool
}
