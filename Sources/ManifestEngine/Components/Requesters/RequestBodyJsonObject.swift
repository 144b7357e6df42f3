package import Manifest

/// A JSON object as the body.
///
/// Manifest type `RequestBodyJsonObject`.
package struct RequestBodyJsonObject: Component, RequestBodyComponent {
    package static let typeName = "RequestBodyJsonObject"
    package static let summary = "A JSON object as the body."
    package static let example = """
        type: RequestBodyJsonObject
        value:
          filter:
            from: "{{ stream_interval['start_time'] }}"
        """
    private static let value = Field.required("value", .nestedTemplates(reads: .requester), "The object.")
    package static let fields = [value]

    package let content: RequestBody

    package init(_ reader: ComponentReader) throws {
        content = try reader.nestedTemplates(Self.value).map(RequestBody.json) ?? .none
    }
}
