import JSON
import JSONSchema

/// Converts the values of records to the types of their stream's schema (`schema_normalization: Default`).
///
/// Made once per stream. A record without anything to convert stays in the bytes of its page. Fields that the schema
/// does not know are left alone, and so is everything under `anyOf`, `oneOf` and `allOf`.
struct SchemaNormalizer: RecordNormalizer {
    /// A value that is not of its type after conversion.
    struct Mismatch: Sendable, Equatable {
        /// The path to the value, outermost step last.
        fileprivate(set) var steps: [String] = []
        let found: String
        let wanted: String

        /// The mismatch as a sentence.
        var text: String {
            let path = steps.reversed().joined(separator: ".")
            let subject = path.isEmpty ? "The record" : "The value of '\(path)'"
            return "\(subject) is \(found) and could not be converted to \(wanted)"
        }
    }

    private let rule: SchemaRule

    /// Nil for an empty schema, which converts nothing.
    init?(_ schema: JSONObject) {
        guard !schema.isEmpty else { return nil }
        rule = SchemaRule(.object(schema))
    }

    func normalize(_ record: inout Record) throws -> [String] { try mismatches(normalizing: &record).map(\.text) }

    /// Converts a record and returns the values that could not be converted.
    private func mismatches(normalizing record: inout Record) throws -> [Mismatch] {
        var mismatches: [Mismatch] = []
        for step in rule.steps {
            switch step {
            case .type(let check):
                if try !check.accepts(.object([:])) { mismatches.append(Self.mismatch(record.value, check)) }
            case .properties(let properties):
                for property in properties {
                    guard let value = record.get(property.key) else { continue }
                    let new = try Self.member(value, property, &mismatches)
                    if let new { record.set(property.key, new) }
                }
            case .items: break
            }
        }
        return mismatches
    }

    private static func member(
        _ value: JSONValue,
        _ property: SchemaRule.Property,
        _ mismatches: inout [Mismatch]
    ) throws -> JSONValue? {
        let known = mismatches.count
        let new = try converted(value, property.rule, &mismatches)
        for index in known..<mismatches.count { mismatches[index].steps.append(property.key.text) }
        return new
    }

    /// The value converted, with all that is in it; nil when nothing changes.
    private static func converted(
        _ value: JSONValue,
        _ rule: SchemaRule,
        _ mismatches: inout [Mismatch]
    ) throws -> JSONValue? {
        var result = try rule.conversion.convert(value)
        for step in rule.steps {
            let current = result ?? value
            switch step {
            case .type(let check):
                if try !check.accepts(current) { mismatches.append(mismatch(current, check)) }
            case .properties(let properties):
                result = try members(of: current, properties, &mismatches) ?? result
            case .items(let item):
                result = try elements(of: current, item, &mismatches) ?? result
            }
        }
        return result
    }

    private static func members(
        of value: JSONValue,
        _ properties: [SchemaRule.Property],
        _ mismatches: inout [Mismatch]
    ) throws -> JSONValue? {
        guard value.isObject else { return nil }
        var changed: JSONObject?
        for property in properties {
            guard let old = value.member(property.key) else { continue }
            guard let new = try member(old, property, &mismatches) else { continue }
            if changed == nil { changed = value.object ?? [:] }
            changed?[property.key.text] = new
        }
        return changed.map(JSONValue.object)
    }

    private static func elements(
        of value: JSONValue,
        _ rule: SchemaRule,
        _ mismatches: inout [Mismatch]
    ) throws -> JSONValue? {
        guard value.isArray, let elements = value.array else { return nil }
        var changed: [JSONValue]?
        for (index, element) in elements.enumerated() {
            let known = mismatches.count
            let new = try converted(element, rule, &mismatches)
            for place in known..<mismatches.count { mismatches[place].steps.append(String(index)) }
            guard let new else { continue }
            if changed == nil { changed = elements }
            changed?[index] = new
        }
        return changed.map(JSONValue.array)
    }

    private static func mismatch(_ value: JSONValue, _ check: TypeCheck) -> Mismatch {
        Mismatch(found: structure(value, depth: 0).pythonText, wanted: check.text)
    }

    /// The types in a value, objects opened down to three levels.
    private static func structure(_ value: JSONValue, depth: Int) -> JSONValue {
        switch value.kind {
        case .object where depth < 3:
            .object((value.object ?? [:]).mapValues { structure($0, depth: depth + 1) })
        case let kind: .string(SchemaType(of: kind).rawValue)
        }
    }
}
