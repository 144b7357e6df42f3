package import JSON
package import Jinja
package import Manifest

/// Counts the records received and stops after a short or empty page.
///
/// Manifest type `OffsetIncrement`. The offset grows by the records that came, not by the page size.
package struct OffsetIncrement: Component, PaginationStrategy {
    package static let typeName = "OffsetIncrement"
    package static let summary = "Counts the records received and stops after a short or empty page."
    package static let details = """
        The offset grows by the number of records received, not by the page size. Without a page size, only an empty page \
        ends the slice.
        """
    package static let example = """
        type: OffsetIncrement
        page_size: 100
        """

    private static let injectOnFirst = Field(
        "inject_on_first_request",
        .boolean,
        default: false,
        "Whether the first request carries the offset 0."
    )
    package static let fields = [PageSize.field, injectOnFirst]

    private let size: PageSize?
    private let injectsOnFirst: Bool

    package init(_ reader: ComponentReader) throws {
        size = try PageSize(reader)
        injectsOnFirst = reader.bool(Self.injectOnFirst)
    }

    package let readsRecords = false
    package let isCounting = true

    package func pageSize(in scope: Scope) throws -> Int? { try size?.value(in: scope) }

    package func initialToken(in scope: Scope) -> JSONValue? { injectsOnFirst ? .integer(0) : nil }

    package func token(after page: PageSummary, previous: JSONValue?, in scope: Scope) throws -> JSONValue? {
        guard page.extractedCount >= max(1, try pageSize(in: scope) ?? 1) else { return nil }
        return (previous.flatMap(ExactNumber.init) ?? ExactNumber(0)).adding(page.extractedCount).json
    }
}
