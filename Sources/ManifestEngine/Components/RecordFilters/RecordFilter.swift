package import Diagnostics
import JSON
package import Jinja
package import Manifest

/// Keeps the records for which a condition holds.
///
/// Manifest type `RecordFilter`. The condition sees `record`, `stream_slice` and `next_page_token`. Without a condition
/// nothing is kept, as in the reference.
package struct RecordFilter: Component, RecordFiltering {
    package static let typeName = "RecordFilter"
    package static let summary = "Keeps the records for which a condition holds."
    package static let details = "Without a condition no record is kept."
    package static let example = """
        type: RecordFilter
        condition: "{{ record['created'] >= config['start_date'] }}"
        """

    private static let condition = Field(
        "condition",
        .condition(reads: .record),
        default: "",
        "The condition under which a record is kept."
    )
    package static let fields = [condition]

    let condition: TemplateCondition?
    package let paths: Set<[String]>

    package init(_ reader: ComponentReader) throws {
        condition = try reader.optionalCondition(Self.condition)
        let paths = condition?.template.paths(under: "record") ?? []
        self.paths = Set(paths.map { $0.prefix { !Self.methods.contains($0) } }.filter { !$0.isEmpty }.map(Array.init))
    }

    /// Names that are methods of a record in templates.
    private static let methods: Set<String> = ["get", "items", "keys", "values", "copy", "update", "pop"]

    package var place: Place? { condition?.origin.place }

    package var changesRecord: Bool { condition?.template.changes(anyOf: [.record]) ?? false }

    package func keepsRecord(in scope: Scope) throws -> Bool { try condition?.holds(in: scope) ?? false }
}
