package import JSON
package import Jinja
package import Manifest

/// One page only.
///
/// Manifest type `NoPagination`.
package struct NoPagination: Component, Paginator {
    package static let typeName = "NoPagination"
    package static let summary = "One page only."
    package static let example = """
        type: NoPagination
        """
    package static let fields: [Field] = []

    package let readsRecords = false

    package init() {}
    package init(_ reader: ComponentReader) throws {}

    package func initialToken(in scope: Scope) -> JSONValue? { nil }
    package func token(after page: PageSummary, previous: JSONValue?, in scope: Scope) -> JSONValue? { nil }
    package func requestParts(for token: JSONValue?, in scope: Scope) -> (parts: RequestParts, path: String?) {
        (RequestParts(), nil)
    }
}
