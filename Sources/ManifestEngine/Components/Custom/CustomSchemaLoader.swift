package import JSON
package import Manifest

/// Loads the JSON schema of a stream by a Python class.
///
/// Manifest type `CustomSchemaLoader`.
package struct CustomSchemaLoader: Component, SchemaLoader {
    package static let typeName = "CustomSchemaLoader"
    package static let summary = "Loads the JSON schema of a stream by a Python class."
    package static let details = """
        The class has a method `get_json_schema()`.
        """
    package static let example = """
        type: CustomSchemaLoader
        class_name: source_declarative_manifest.components.TableSchema
        """
    package static let fields = [PythonComponent.classField]
    package static let runsPython = true

    private let python: PythonComponent

    package init(_ reader: ComponentReader) throws {
        python = try PythonComponent(reader)
    }

    package func schema(of stream: String, in run: SourceRun) async throws -> JSONObject {
        try await python.call("schema").object ?? [:]
    }
}
