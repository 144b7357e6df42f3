package import Manifest

/// Form fields as the body.
///
/// Manifest type `RequestBodyUrlEncodedForm`.
package struct RequestBodyUrlEncodedForm: Component, RequestBodyComponent {
    package static let typeName = "RequestBodyUrlEncodedForm"
    package static let summary = "Form fields as the body."
    package static let example = """
        type: RequestBodyUrlEncodedForm
        value:
          since: "{{ stream_interval['start_time'] }}"
        """
    private static let value = Field.required("value", .mapping(.template(reads: .requester)), "The fields.")
    package static let fields = [value]

    package let content: RequestBody

    package init(_ reader: ComponentReader) throws {
        content = try reader.templateMapping(Self.value).map(RequestBody.form) ?? .none
    }
}
