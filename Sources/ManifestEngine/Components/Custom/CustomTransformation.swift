package import JSON
package import Jinja
package import Manifest

/// Changes records by a Python class.
///
/// Manifest type `CustomTransformation`.
package struct CustomTransformation: Component, Transformation, PageStep {
    package static let typeName = "CustomTransformation"
    package static let summary = "Changes records by a Python class."
    package static let details = """
        The class has a method `transform(record, config, stream_state, stream_slice)`, which changes the record in place. It gets \
        the records of a page one after the other.
        """
    package static let example = """
        type: CustomTransformation
        class_name: source_declarative_manifest.components.Flatten
        """
    package static let fields = [PythonComponent.classField]
    package static let runsPython = true

    private let python: PythonComponent

    package init(_ reader: ComponentReader) throws {
        python = try PythonComponent(reader)
    }

    package var pageStep: (any PageStep)? { self }

    package func transform(_ record: inout Record, in scope: Scope) throws {}

    package func apply(to records: [Record], in scope: Scope) async throws -> [Record] {
        guard !records.isEmpty else { return [] }
        let changed = try await python.call("transform", PythonRecords.arguments(records, in: scope))
        return try PythonRecords.read(changed, from: python)
    }
}
