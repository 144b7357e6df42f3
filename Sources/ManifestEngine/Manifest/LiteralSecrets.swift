/// Finds secrets that stand in a manifest as they are, which they should not.
enum LiteralSecrets {
    /// Fields of authenticators that hold secrets.
    private static let names: Set<String> = [
        "access_token_value", "api_token", "client_secret", "passphrase", "password", "refresh_token", "secret_key",
    ]

    /// Parts of a manifest that describe nothing by themselves.
    private static let passedOver: Set<String> = ["definitions", "schemas", "schema_loader", "$parameters"]

    /// The values of such fields that are no templates.
    static func values(in node: ManifestNode) -> [String] {
        switch node.value {
        case .sequence(let elements): return elements.flatMap(values)
        case .mapping(let mapping):
            var found: [String] = []
            for (name, entry) in mapping.entries where !passedOver.contains(name) {
                guard names.contains(name), let text = entry.node.string else {
                    found += values(in: entry.node)
                    continue
                }
                if !text.contains("{{") { found.append(text) }
            }
            return found
        default: return []
        }
    }
}
