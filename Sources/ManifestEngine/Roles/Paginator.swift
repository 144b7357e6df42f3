package import JSON
package import Jinja
package import Manifest

/// What a paginator may use to decide about the next page.
package struct PageSummary {
    /// Records the extractor found.
    package var extractedCount: Int
    /// Records left after filter and transformations; nil until they are processed.
    package var emittedCount: Int?
    /// The last of those.
    package var lastRecord: Record?

    package init(extractedCount: Int, emittedCount: Int? = nil, lastRecord: Record? = nil) {
        self.extractedCount = extractedCount
        self.emittedCount = emittedCount
        self.lastRecord = lastRecord
    }

    /// The numbers, for display.
    var text: String {
        "a page of \(extractedCount) records" + (emittedCount.map { ", \($0) of them kept" } ?? "")
    }
}

/// Names the pages of a slice, one after the other.
package protocol PaginationStrategy: Sendable {
    /// Whether the decision needs the records as they are emitted; if not, the next page is requested before they are.
    var readsRecords: Bool { get }
    /// Whether it counts pages or records, instead of reading the next page's token from the response.
    var isCounting: Bool { get }
    /// Page size in records, if the strategy knows it.
    func pageSize(in scope: Scope) throws -> Int?
    /// The token of the first page, if it has one.
    func initialToken(in scope: Scope) async throws -> JSONValue?
    /// The token of the next page, or nil at the end. The scope holds `response`, `headers` and what else templates see.
    func token(after page: PageSummary, previous: JSONValue?, in scope: Scope) async throws -> JSONValue?
}

extension PaginationStrategy {
    package var isCounting: Bool { false }
}

/// Requests page after page.
package protocol Paginator: Sendable {
    /// Whether the decision about the next page needs the records as they are emitted.
    var readsRecords: Bool { get }
    /// Whether it counts pages or records, instead of reading the next page's token from the response.
    var isCounting: Bool { get }
    /// The token of the first page, if it has one.
    func initialToken(in scope: Scope) async throws -> JSONValue?
    /// The token of the next page, or nil at the end.
    func token(after page: PageSummary, previous: JSONValue?, in scope: Scope) async throws -> JSONValue?
    /// What goes into the request of a page: the token and the page size, and the token as a path if it is one.
    func requestParts(for token: JSONValue?, in scope: Scope) async throws -> (parts: RequestParts, path: String?)
}

extension Paginator {
    package var isCounting: Bool { false }
}
