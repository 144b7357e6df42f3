import JSON
import Jinja
package import Manifest

/// Selects the properties that the catalog of a read has in the schema of the stream.
///
/// Manifest type `JsonSchemaPropertySelector`.
package struct JsonSchemaPropertySelector: Component {
    package static let typeName = "JsonSchemaPropertySelector"
    package static let summary = "Selects the properties that the catalog has in the schema of the stream."
    package static let details = """
        Without a catalog, as in `check`, all properties are requested. Transformations that rename or remove fields are \
        applied to the names of the schema.
        """
    package static let example = """
        type: JsonSchemaPropertySelector
        transformations:
          - type: KeysReplace
            old: properties_
            new: ""
        """

    private static let transformationsField = Field(
        "transformations",
        .list(.component(ComponentRegistry.transformations, custom: "CustomTransformation")),
        "Changes that make names of properties out of names of the schema, in order."
    )
    package static let fields = [transformationsField]

    private let transformations: [any Transformation]

    package init(_ reader: ComponentReader) throws {
        transformations = try reader.components(Self.transformationsField, ComponentRegistry.transformations)
    }

    /// The selected names; nil when there is no catalog.
    func names(of stream: String, in run: SourceRun) throws -> Set<String>? {
        guard let schema = run.catalogSchema(of: stream) else { return nil }
        var properties = Record(schema["properties"]?.object ?? [:])
        let scope = run.context.makeScope()
        for transformation in transformations {
            scope[.record] = Value(properties)
            try transformation.transform(&properties, in: scope)
        }
        return Set(properties.members.keys)
    }
}
