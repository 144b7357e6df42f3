package import JSON
package import Manifest

/// Makes records fit their schema by a Python class.
///
/// Manifest type `CustomSchemaNormalization`.
package struct CustomSchemaNormalization: Component, SchemaNormalization {
    package static let typeName = "CustomSchemaNormalization"
    package static let summary = "Makes records fit their schema by a Python class."
    package static let details = """
        The class has a method `transform(record, schema)`, which changes the record in place.
        """
    package static let example = """
        type: CustomSchemaNormalization
        class_name: source_declarative_manifest.components.Numbers
        """
    package static let fields = [PythonComponent.classField]
    package static let runsPython = true

    private let python: PythonComponent

    package init(_ reader: ComponentReader) throws {
        python = try PythonComponent(reader)
    }

    package func makeNormalizer(for schema: JSONObject) -> (any RecordNormalizer)? {
        ClassNormalizer(python: python, schema: schema)
    }

    private struct ClassNormalizer: RecordNormalizer {
        let python: PythonComponent
        let schema: JSONObject

        func normalize(_ record: inout Record) throws -> [String] {
            let arguments: JSONObject = ["record": .object(record.members), "schema": .object(schema)]
            if let members = try python.callNow("normalize", arguments).object { record = Record(members) }
            return []
        }
    }
}
