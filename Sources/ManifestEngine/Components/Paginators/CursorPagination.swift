package import JSON
package import Jinja
package import Manifest

/// Reads the token of the next page from the response.
///
/// Manifest type `CursorPagination`. The stop condition is asked first; an empty, null or undefined cursor ends the slice
/// too. Templates see `response`, `headers`, `last_record`, `last_page_size`, `page_size` and `stream_slice`.
package struct CursorPagination: Component, PaginationStrategy {
    package static let typeName = "CursorPagination"
    package static let summary = "Reads the token of the next page from the response."
    package static let details = """
        The stop condition is evaluated first; a token that is empty, null or undefined ends the slice, too.
        """
    package static let example = """
        type: CursorPagination
        cursor_value: "{{ response['paging']['next'] }}"
        stop_condition: "{{ not response['paging']['more'] }}"
        """

    private static let cursorValue = Field.required(
        "cursor_value",
        .template(reads: .page),
        "The token of the next page."
    )
    private static let stopCondition = Field(
        "stop_condition",
        .condition(reads: .page),
        "The condition that holds on the last page."
    )
    private static let decoder = Field(
        "decoder",
        .component(ComponentRegistry.decoders, default: "JsonDecoder"),
        "Has no effect here."
    )
    package static let fields = [cursorValue, stopCondition, PageSize.field, decoder]

    private let cursorValue: TemplateText
    private let stopCondition: TemplateCondition?
    private let size: PageSize?
    package let readsRecords: Bool

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] {
        guard mapping[PageSize.name] == nil else { return [] }
        return [cursorValue.name, stopCondition.name].compactMap { name in
            guard let text = mapping[name]?.string, let template = try? Template(ofManifest: text),
                template.variables.contains("page_size")
            else { return nil }
            return FieldFault(name, "the template reads page_size, which is not set", fix: "add 'page_size'")
        }
    }

    package init(_ reader: ComponentReader) throws {
        cursorValue = try reader.template(Self.cursorValue)
        stopCondition = try reader.optionalCondition(Self.stopCondition)
        size = try PageSize(reader)
        let variables = cursorValue.template.variables.union(stopCondition?.template.variables ?? [])
        readsRecords = !variables.isDisjoint(with: ["last_record", "last_page_size"])
    }

    package func pageSize(in scope: Scope) throws -> Int? { try size?.value(in: scope) }

    package func initialToken(in scope: Scope) -> JSONValue? { nil }

    package func token(after page: PageSummary, previous: JSONValue?, in scope: Scope) throws -> JSONValue? {
        if let size { scope[.pageSize] = .int(try size.value(in: scope)) } else { scope[.pageSize] = .null }
        scope[.lastPageSize] = page.emittedCount.map(Value.int) ?? .null
        scope[.lastRecord] = page.lastRecord.map { Value($0) } ?? .null
        if let stopCondition, try stopCondition.holds(in: scope) { return nil }
        let value = try cursorValue.value(in: scope).json()
        return value.isTruthy ? value : nil
    }
}
