package import JSON
package import Manifest

/// A schema written in the manifest.
///
/// Manifest type `InlineSchemaLoader`. Taken as it is: templates inside are not evaluated.
package struct InlineSchemaLoader: Component, SchemaLoader {
    package static let typeName = "InlineSchemaLoader"
    package static let summary = "A schema written in the manifest."
    package static let details = "Templates inside are not evaluated."
    package static let example = """
        type: InlineSchemaLoader
        schema:
          type: object
          properties:
            id: {type: string}
        """

    private static let schemaField = Field("schema", .verbatimMapping, "The JSON schema.")
    package static let fields = [schemaField]

    private let schema: JSONObject

    package init(_ reader: ComponentReader) throws { schema = reader.value(Self.schemaField)?.object ?? [:] }

    package func schema(of stream: String, in run: SourceRun) -> JSONObject { schema }
}
