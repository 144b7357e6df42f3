package import JSON
package import Jinja
package import Manifest

/// Removes fields from a record.
///
/// Manifest type `RemoveFields`. Each pointer is a path of shell patterns; what is missing is skipped. With a
/// condition the pointers do not matter: every leaf of the record for which it holds (variable `property`) goes.
package struct RemoveFields: Component, Transformation {
    package static let typeName = "RemoveFields"
    package static let summary = "Removes fields from a record."
    package static let details = """
        Each path is a list of shell patterns; missing fields are ignored. With a condition, the paths do not \
        matter: every leaf of the record for which it is true is removed.
        """
    package static let example = """
        type: RemoveFields
        field_pointers:
          - [internal_note]
          - [metadata, raw]
        """

    private static let pointers = Field.required("field_pointers", .list(.list(.string)), "Paths to the fields.")
    private static let condition = Field(
        "condition",
        .condition(reads: .config.and("property")),
        default: "",
        "The condition under which a leaf is removed."
    )
    package static let fields = [pointers, condition]

    private let pointers: [[String]]
    /// For pointers that are one plain name, the name.
    private let plainKeys: [JSONKey]?
    private let condition: TemplateCondition?

    package init(_ reader: ComponentReader) throws {
        pointers = (reader.value(Self.pointers)?.array ?? []).map { $0.array?.compactMap(\.string) ?? [] }
        let isPlain = pointers.allSatisfy { $0.count == 1 && !DpathGlob.isPattern($0[0]) }
        plainKeys = isPlain ? pointers.map { JSONKey($0[0]) } : nil
        let isConditional = reader.optionalString(Self.condition).map { !$0.isEmpty } ?? false
        condition = isConditional ? try reader.optionalCondition(Self.condition) : nil
    }

    package func transform(_ record: inout Record, in scope: Scope) throws {
        if let condition {
            let members = try Self.withoutLeaves(.object(record.members), condition, scope)
            record.members = members.object ?? [:]
        } else if let plainKeys {
            for key in plainKeys { record.remove(key) }
        } else {
            var value = record.value.resolved
            for pointer in pointers { value = DpathGlob.delete(pointer, from: value) }
            record.members = value.object ?? [:]
        }
    }

    /// The value without the leaves for which the condition holds.
    private static func withoutLeaves(
        _ value: JSONValue,
        _ condition: TemplateCondition,
        _ scope: Scope
    ) throws -> JSONValue {
        switch value.opened {
        case .object(let members):
            var kept = JSONObject()
            for (key, member) in members where try !isRemoved(member, condition, scope) {
                kept[key] = try withoutLeaves(member, condition, scope)
            }
            return .object(kept)
        case .array(let elements):
            var kept = elements
            for index in elements.indices.reversed() {
                if try !isRemoved(elements[index], condition, scope) {
                    kept[index] = try withoutLeaves(elements[index], condition, scope)
                } else if index == kept.count - 1 {
                    kept.removeLast()
                } else {
                    kept[index] = .null
                }
            }
            return .array(kept)
        case let leaf: return leaf
        }
    }

    private static func isRemoved(_ value: JSONValue, _ condition: TemplateCondition, _ scope: Scope) throws -> Bool {
        switch value.opened {
        case .object, .array: return false
        case let leaf:
            scope[.property] = Value(leaf)
            defer { scope[.property] = nil }
            return try condition.holds(in: scope)
        }
    }
}
