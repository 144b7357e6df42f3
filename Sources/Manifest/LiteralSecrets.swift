import Text

/// Finds secrets that stand in a manifest as they are, which they should not.
package enum LiteralSecrets {
    /// Fields of authenticators that hold secrets.
    private static let names: Set<String> = [
        "access_token_value", "api_token", "client_secret", "passphrase", "password", "refresh_token", "secret_key",
    ]

    /// Parts of a manifest that describe nothing by themselves.
    private static let passedOver: Set<String> = ["definitions", "schemas", "schema_loader", "$parameters"]

    /// The values of such fields that are not templates.
    package static func values(in node: ManifestNode) -> [String] {
        var found: [String] = []
        collect(from: node, into: &found)
        return found
    }

    private static func collect(from node: ManifestNode, into found: inout [String]) {
        switch node.value {
        case .sequence(let elements): for element in elements { collect(from: element, into: &found) }
        case .mapping(let mapping):
            for (name, entry) in mapping.entries {
                switch entry.node.value {
                case .string(let text): if names.contains(name), !text.holds("{{") { found.append(text) }
                case .sequence, .mapping: if !passedOver.contains(name) { collect(from: entry.node, into: &found) }
                default: break
                }
            }
        default: break
        }
    }
}
