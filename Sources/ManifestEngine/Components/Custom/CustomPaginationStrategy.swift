import HTTP
package import JSON
package import Jinja
package import Manifest

/// Names the pages of a slice by a Python class.
///
/// Manifest type `CustomPaginationStrategy`.
package struct CustomPaginationStrategy: Component, PaginationStrategy {
    package static let typeName = "CustomPaginationStrategy"
    package static let summary = "Names the pages of a slice by a Python class."
    package static let details = """
        The class has `initial_token`, `get_page_size()` and `next_page_token(response, last_page_size, last_record, \
        last_page_token_value)`, which gives nothing at the end.
        """
    package static let example = """
        type: CustomPaginationStrategy
        class_name: source_declarative_manifest.components.NextLink
        """
    package static let fields = [PythonComponent.classField]
    package static let runsPython = true

    private let python: PythonComponent

    package init(_ reader: ComponentReader) throws {
        python = try PythonComponent(reader, options: ["decoder": ["type": "JsonDecoder"]])
    }

    package var readsRecords: Bool { true }

    package func pageSize(in scope: Scope) throws -> Int? { try python.callNow("paging")["page_size"]?.integer }

    package func initialToken(in scope: Scope) async throws -> JSONValue? {
        try await python.call("paging")["initial_token"].flatMap { $0.isNull ? nil : $0 }
    }

    package func token(after page: PageSummary, previous: JSONValue?, in scope: Scope) async throws -> JSONValue? {
        let last = page.lastRecord.map { JSONValue.object($0.members) } ?? .null
        let token = try await python.call(
            "next_token",
            [
                "response": try Self.response(in: scope), "count": .integer(page.emittedCount ?? page.extractedCount),
                "last_record": last, "previous": previous ?? .null,
            ]
        )
        return token.isTruthy ? token : nil
    }

    /// The response of the page, made again of what templates see of it.
    private static func response(in scope: Scope) throws -> JSONValue {
        let body = try scope[.response].map { try $0.json() } ?? .null
        let headers = try scope[.headers].map { try $0.json().object ?? [:] } ?? [:]
        let fields = headers.map { ($0.key, $0.value.string ?? $0.value.text) }
        let response = HTTPResponse(status: 200, headers: HTTPHeaderList(fields), body: Bytes(body.text))
        return PythonComponent.argument(response, to: nil)
    }
}
