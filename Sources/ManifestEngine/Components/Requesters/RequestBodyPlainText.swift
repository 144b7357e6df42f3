package import Manifest

/// A string as the body.
///
/// Manifest type `RequestBodyPlainText`.
package struct RequestBodyPlainText: Component, RequestBodyComponent {
    package static let typeName = "RequestBodyPlainText"
    package static let summary = "A string as the body."
    package static let example = """
        type: RequestBodyPlainText
        value: "since={{ stream_interval['start_time'] }}"
        """
    private static let value = Field.required("value", .template(reads: .requester), "The string.")
    package static let fields = [value]

    package let content: RequestBody

    package init(_ reader: ComponentReader) throws { content = .text(try reader.template(Self.value)) }
}
