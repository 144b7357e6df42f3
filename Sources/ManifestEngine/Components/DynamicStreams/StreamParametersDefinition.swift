import JSON
package import Manifest

/// The values of streams, written out in the manifest.
///
/// Manifest type `StreamParametersDefinition`.
package struct StreamParametersDefinition: Component {
    package static let typeName = "StreamParametersDefinition"
    package static let summary = "The values of streams, written out in the manifest."
    package static let details = "The values are taken as they are; templates in them are not evaluated."
    package static let example = """
        type: StreamParametersDefinition
        list_of_parameters_for_stream:
          - {name: open_tickets, status: open}
          - {name: closed_tickets, status: closed}
        """

    private static let listField = Field.required(
        "list_of_parameters_for_stream",
        .list(.verbatimMapping),
        "The values of each stream."
    )
    package static let fields = [listField]

    let values: [JSONValue]

    package init(_ reader: ComponentReader) throws { values = reader.value(Self.listField)?.array ?? [] }
}
