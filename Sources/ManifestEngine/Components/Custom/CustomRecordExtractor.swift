import Diagnostics
package import JSON
package import Jinja
package import Manifest

/// Finds the records of a response by a Python class.
///
/// Manifest type `CustomRecordExtractor`.
package struct CustomRecordExtractor: Component, Extractor {
    package static let typeName = "CustomRecordExtractor"
    package static let summary = "Finds the records of a response by a Python class."
    package static let details = """
        The class has a method `extract_records(response)`, which gets the response as the library `requests` has it and gives the \
        records.
        """
    package static let example = """
        type: CustomRecordExtractor
        class_name: source_declarative_manifest.components.Rows
        """
    package static let fields = [PythonComponent.classField]
    package static let runsPython = true

    private let python: PythonComponent

    package init(_ reader: ComponentReader) throws {
        python = try PythonComponent(reader)
    }

    package var recordDepth: Int { 2 }

    package func extract(from page: DecodedPage, in scope: Scope) async throws -> [JSONValue] {
        guard let response = page.response else {
            throw EngineFailure(
                .config,
                "\(python.name) needs the whole body; use a decoder that does not read in pieces."
            )
        }
        return try await python.call("extract", ["response": PythonComponent.argument(response, to: nil)]).array ?? []
    }
}
