import JSON
import Synchronization

/// The secret values of a run, and their removal from text.
package final class SecretMask: Sendable {
    /// What stands in for a secret.
    package static let mask = "****"

    private let secrets: Mutex<[String]>

    package init(_ secrets: [String] = []) { self.secrets = Mutex(secrets.flatMap(Self.forms)) }

    /// Adds a secret that became known while running, such as an access token.
    package func add(_ secret: String) {
        let forms = Self.forms(of: secret)
        secrets.withLock { all in
            for form in forms where !all.contains(form) { all.append(form) }
        }
    }

    /// The secret as it is, and as it looks inside a text of JSON or of Python, where some characters are escaped.
    private static func forms(of secret: String) -> [String] {
        guard !secret.isEmpty else { return [] }
        let text = JSONValue.string(secret)
        let escaped = [text.text, text.pythonRepresentation].map { String($0.dropFirst().dropLast()) }
        return [secret] + escaped.filter { $0 != secret }
    }

    /// The text with every secret replaced, longest first so that no part of one is left.
    package func masked(_ text: String) -> String {
        let all = secrets.withLock { $0.sorted { $0.utf8.count > $1.utf8.count } }
        return all.reduce(text) { text, secret in
            text.contains(secret)
                ? text.split(separator: secret, omittingEmptySubsequences: false).joined(separator: Self.mask) : text
        }
    }
}
