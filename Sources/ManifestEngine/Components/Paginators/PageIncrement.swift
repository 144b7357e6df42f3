package import JSON
package import Jinja
package import Manifest

/// Numbers pages upward and stops after a short or empty page.
///
/// Manifest type `PageIncrement`. Counts the records that the extractor found, before the filter.
package struct PageIncrement: Component, PaginationStrategy {
    package static let typeName = "PageIncrement"
    package static let summary = "Numbers pages upward and stops after a short or empty page."
    package static let details = """
        Counts the records that the extractor found, before the filter. Without a page size only an empty page \
        ends the slice.
        """
    package static let example = """
        type: PageIncrement
        page_size: 100
        start_from_page: 1
        """

    private static let startFromPage = Field("start_from_page", .integer, default: 0, "Number of the first page.")
    private static let injectOnFirst = Field(
        "inject_on_first_request",
        .boolean,
        default: false,
        "Whether the first request carries its number."
    )
    package static let fields = [PageSize.field, startFromPage, injectOnFirst]

    private let size: PageSize?
    /// The first page; its number may be of any size.
    private let start: JSONValue
    private let injectsOnFirst: Bool

    package init(_ reader: ComponentReader) throws {
        size = try PageSize(reader)
        start = reader.value(Self.startFromPage) ?? .null
        injectsOnFirst = reader.bool(Self.injectOnFirst)
    }

    package let readsRecords = false
    package let isCounting = true

    package func pageSize(in scope: Scope) throws -> Int? { try size?.value(in: scope) }

    package func initialToken(in scope: Scope) -> JSONValue? { injectsOnFirst ? start : nil }

    package func token(after page: PageSummary, previous: JSONValue?, in scope: Scope) throws -> JSONValue? {
        guard page.extractedCount >= max(1, try pageSize(in: scope) ?? 1) else { return nil }
        return (ExactNumber(previous ?? start) ?? ExactNumber(0)).adding(1).json
    }
}
