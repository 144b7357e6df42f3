package import JSON
package import Manifest

/// Rewrites the state of an older connector by a Python class.
///
/// Manifest type `CustomStateMigration`.
package struct CustomStateMigration: Component, StateMigration {
    package static let typeName = "CustomStateMigration"
    package static let summary = "Rewrites the state of an older connector by a Python class."
    package static let details = """
        The class has the methods `should_migrate(stream_state)` and `migrate(stream_state)`.
        """
    package static let example = """
        type: CustomStateMigration
        class_name: source_declarative_manifest.components.OldState
        """
    package static let fields = [PythonComponent.classField]
    package static let runsPython = true

    private let python: PythonComponent

    package init(_ reader: ComponentReader) throws {
        python = try PythonComponent(
            reader,
            options: reader.source.streamDefinition.map { ["declarative_stream": $0.json] } ?? [:]
        )
    }

    package func migrated(_ state: JSONObject, for stream: MigratedStream) async throws -> JSONObject {
        try await python.call("migrate", ["state": .object(state)]).object ?? [:]
    }
}
