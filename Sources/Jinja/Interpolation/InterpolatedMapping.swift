package import JSON
package import OrderedCollections

/// A flat mapping of a manifest whose keys and values may be templates: headers, parameters, form data.
///
/// Values that are not text stay as they are. A value that is undefined or empty becomes null; so does a key.
package struct InterpolatedMapping: Sendable {
    private enum Field: Sendable {
        case template(Template)
        case fixed(JSONValue)
    }

    private let entries: [(key: Template, field: Field)]

    package init(_ mapping: JSONObject, vocabulary: Vocabulary) throws(TemplateError) {
        var entries: [(key: Template, field: Field)] = []
        for (key, value) in mapping {
            let key = try Template(key, vocabulary: vocabulary)
            if let text = value.string {
                entries.append((key, .template(try Template(text, vocabulary: vocabulary))))
            } else {
                entries.append((key, .fixed(value)))
            }
        }
        self.entries = entries
    }

    /// Whether the result depends on these variables alone, and no evaluation changes them.
    package func readsOnly(_ symbols: [Symbol]) -> Bool {
        entries.allSatisfy { entry in
            guard entry.key.readsOnly(symbols) else { return false }
            if case .template(let template) = entry.field { return template.readsOnly(symbols) }
            return true
        }
    }

    /// Whether an evaluation may change one of these variables in place.
    package func changes(anyOf symbols: [Symbol]) -> Bool {
        entries.contains { entry in
            if case .template(let template) = entry.field, template.changes(anyOf: symbols) { return true }
            return entry.key.changes(anyOf: symbols)
        }
    }

    /// The mapping with everything evaluated; a later key that is equal to an earlier one wins.
    package func evaluate(
        in scope: Scope,
        keyTypes: ValueTypes = .string,
        valueTypes: ValueTypes = .any
    ) throws(TemplateError) -> OrderedDictionary<Value, Value> {
        var result = OrderedDictionary<Value, Value>(minimumCapacity: entries.count)
        for entry in entries {
            let key = try entry.key.valueOrNull(in: scope, types: keyTypes)
            try key.requireHashable()
            switch entry.field {
            case .template(let template): result[key] = try template.valueOrNull(in: scope, types: valueTypes)
            case .fixed(let value): result[key] = Value(value)
            }
        }
        return result
    }
}

extension Template {
    /// The value, or null when the result is undefined or empty.
    func valueOrNull(in scope: Scope, types: ValueTypes = .any) throws(TemplateError) -> Value {
        do {
            return try evaluate(in: scope, types: types) ?? .null
        } catch  where error.kind == .undefined {
            return .null
        }
    }
}
