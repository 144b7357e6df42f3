package import JSON
package import Jinja
package import Manifest

/// Adds fields to a record, or overwrites them.
///
/// Manifest type `AddFields`. For each field the value is evaluated, then the condition (which sees `value` and `path`
/// as well), then the value is written. A null is written too and left out when the record is emitted.
package struct AddFields: Component, Transformation {
    package static let typeName = "AddFields"
    package static let summary = "Adds fields to a record, or overwrites them."
    package static let details = """
        For each field the value is evaluated, then the condition, then the value is written. A null is omitted \
        when the record is emitted.
        """
    package static let example = """
        type: AddFields
        fields:
          - type: AddedFieldDefinition
            path: [day]
            value: "{{ record['started'][:10] }}"
        """

    private static let fieldsField = Field.required(
        "fields",
        .list(.component(ComponentRegistry.addedFields, default: "AddedFieldDefinition")),
        "The fields."
    )
    private static let condition = Field(
        "condition",
        .condition(reads: .addition),
        default: "",
        "The condition under which a field is added."
    )
    package static let fields = [fieldsField, condition]

    private struct Addition: Sendable {
        let field: AddedFieldDefinition
        let key: JSONKey
        /// Whether the value or the condition changes the record in place.
        let changesRecord: Bool
    }

    private let additions: [Addition]
    private let condition: TemplateCondition?

    package init(_ reader: ComponentReader) throws {
        let isConditional = reader.optionalString(Self.condition).map { !$0.isEmpty } ?? false
        let condition = isConditional ? try reader.optionalCondition(Self.condition) : nil
        self.condition = condition
        additions = try reader.components(Self.fieldsField, ComponentRegistry.addedFields).map { field in
            let templates = [field.value.template, condition?.template].compactMap(\.self)
            let changesRecord = templates.contains { $0.changes(anyOf: [.record]) }
            return Addition(field: field, key: JSONKey(field.path.first ?? ""), changesRecord: changesRecord)
        }
    }

    package func transform(_ record: inout Record, in scope: Scope) throws {
        for (index, addition) in additions.enumerated() {
            let value = try addition.field.value.value(in: scope, types: addition.field.types)
            let isAdded = try condition.map { try holds($0, value, addition.field, in: scope) } ?? true
            if addition.changesRecord { try record.takeChanges(from: scope) }
            guard isAdded else { continue }
            try write(try value.json(), addition, to: &record)
            if index + 1 < additions.count { scope[.record] = Value(record) }
        }
    }

    private func holds(
        _ condition: TemplateCondition,
        _ value: Value,
        _ field: AddedFieldDefinition,
        in scope: Scope
    ) throws -> Bool {
        scope[.value] = value
        scope[.path] = Value(.array(field.path.map(JSONValue.string)))
        defer {
            scope[.value] = nil
            scope[.path] = nil
        }
        return try condition.holds(in: scope)
    }

    private func write(_ value: JSONValue, _ addition: Addition, to record: inout Record) throws {
        if addition.field.path.count == 1 {
            record.set(addition.key, value)
        } else {
            try JSONPath.set(value, at: addition.field.path, in: &record.members)
        }
    }
}
