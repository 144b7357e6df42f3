import JSON

/// The configuration as scopes use it: one document that all of them read in place.
///
/// Every request makes a scope, so the members are not built again for each. A template that changes its `config` in place
/// changes a copy, as with all that is read from a document.
enum SharedConfig {
    /// A view of the configuration; the configuration itself when a document would change a number of it.
    static func make(_ config: JSONObject) -> JSONValue {
        let value = JSONValue.object(config).resolved
        guard isKept(value), let document = try? JSONDocument(text: value.text, indexDepth: 4) else { return value }
        return .view(document.root)
    }

    /// Whether the value survives a round trip through JSON, unlike infinities and NaN.
    private static func isKept(_ value: JSONValue) -> Bool {
        switch value {
        case .double(let number): number.isFinite
        case .array(let elements): elements.allSatisfy(isKept)
        case .object(let members): members.values.allSatisfy(isKept)
        default: true
        }
    }
}
