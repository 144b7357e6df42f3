package import Manifest

/// A GraphQL query as the body: a JSON object with `query` and `variables`.
///
/// Manifest type `RequestBodyGraphQL`.
package struct RequestBodyGraphQL: Component, RequestBodyComponent {
    package static let typeName = "RequestBodyGraphQL"
    package static let summary = "A GraphQL query as the body."
    package static let details = """
        The body is a JSON object with `query` and optional members such as `variables`.
        """
    package static let example = """
        type: RequestBodyGraphQL
        value:
          query: "{ users { id name } }"
        """
    private static let value = Field.required("value", .nestedTemplates(reads: .requester), "An object with `query`.")
    package static let fields = [value]

    package let content: RequestBody

    package init(_ reader: ComponentReader) throws {
        content = try reader.nestedTemplates(Self.value).map(RequestBody.json) ?? .none
    }
}
