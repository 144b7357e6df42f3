package import JSON

/// Checks values against a JSON schema, as python-jsonschema does with its default settings.
///
/// `$schema` selects the draft: 4, 6, 7, 2019-09 or 2020-12; without it the newest counts. Formats are not checked.
/// References lead to places in the same schema. Not supported: `unevaluatedItems`, `unevaluatedProperties`, references
/// to other documents, dynamic references.
package struct JSONSchemaValidator: Sendable {
    let root: JSONValue
    let draft: SchemaDraft

    package init(_ schema: JSONValue) {
        root = schema.resolved
        draft = SchemaDraft(schema["$schema"]?.string)
    }

    /// Everything that is wrong with a value, in the order of the schema.
    package func validate(_ value: JSONValue) -> [SchemaViolation] {
        SchemaCheck(validator: self, depth: 0, budget: SchemaBudget()).violations(of: value.resolved, against: root)
    }

    /// What is wrong with a value in the first place; nil when it fits.
    package func bestMatch(_ value: JSONValue) -> SchemaViolation? { .mostRelevant(of: validate(value)) }

    /// Everything that is wrong with a value.
    package static func validate(_ value: JSONValue, against schema: JSONValue) -> [SchemaViolation] {
        JSONSchemaValidator(schema).validate(value)
    }
}

/// A version of the schema language.
package enum SchemaDraft: Int, Sendable, Comparable {
    case draft4 = 4
    case draft6 = 6
    case draft7 = 7
    case draft2019 = 2019
    case draft2020 = 2020

    /// The draft that a `$schema` names; other addresses and none mean the newest.
    init(_ address: String?) {
        let name = (address ?? "").split(separator: "#").first ?? ""
        let known: [(String, SchemaDraft)] = [
            ("draft-04/schema", .draft4), ("draft-06/schema", .draft6), ("draft-07/schema", .draft7),
            ("2019-09/schema", .draft2019),
        ]
        self =
            known.first { name.hasSuffix("json-schema.org/" + $0.0) || name.hasSuffix("draft/" + $0.0) }?.1
            ?? .draft2020
    }

    package static func < (left: SchemaDraft, right: SchemaDraft) -> Bool { left.rawValue < right.rawValue }
}
