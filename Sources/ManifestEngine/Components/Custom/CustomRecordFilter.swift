package import Diagnostics
package import JSON
package import Jinja
package import Manifest

/// Decides by a Python class which records are kept.
///
/// Manifest type `CustomRecordFilter`.
package struct CustomRecordFilter: Component, RecordFiltering, PageStep {
    package static let typeName = "CustomRecordFilter"
    package static let summary = "Decides by a Python class which records are kept."
    package static let details = """
        The class has a method `filter_records(records, stream_state, stream_slice, next_page_token)`, which gives the records of a \
        page that are kept.
        """
    package static let example = """
        type: CustomRecordFilter
        class_name: source_declarative_manifest.components.OnlyOpen
        """
    package static let fields = [PythonComponent.classField]
    package static let runsPython = true

    private let python: PythonComponent

    package init(_ reader: ComponentReader) throws {
        python = try PythonComponent(reader)
    }

    package var paths: Set<[String]> { [] }
    package var place: Place? { python.place }
    package var pageStep: (any PageStep)? { self }

    package func keepsRecord(in scope: Scope) throws -> Bool { true }

    package func apply(to records: [Record], in scope: Scope) async throws -> [Record] {
        guard !records.isEmpty else { return [] }
        let kept = try await python.call("filter", PythonRecords.arguments(records, in: scope))
        return try PythonRecords.read(kept, from: python)
    }
}
