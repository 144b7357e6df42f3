import JSON
import Synchronization

/// The secret values of a run, and their removal from text.
package final class SecretMask: Sendable {
    /// What stands in for a secret.
    package static let mask = "****"

    private struct State {
        /// What was added, to know it again: every request adds what it is signed with.
        var known: Set<String> = []
        /// The secrets in all their forms.
        var forms: [String] = []

        mutating func add(_ secret: String) {
            guard known.insert(secret).inserted else { return }
            for form in SecretMask.forms(of: secret) where !forms.contains(form) { forms.append(form) }
        }
    }

    private let state: Mutex<State>

    package init(_ secrets: [String] = []) {
        var state = State()
        for secret in secrets { state.add(secret) }
        self.state = Mutex(state)
    }

    /// Adds a secret that became known while running, such as an access token.
    package func add(_ secret: String) { state.withLock { $0.add(secret) } }

    /// The secret as it is, and as it looks inside a text of JSON or of Python, where some characters are escaped.
    private static func forms(of secret: String) -> [String] {
        guard !secret.isEmpty else { return [] }
        let text = JSONValue.string(secret)
        let escaped = [text.text, text.pythonRepresentation].map { String($0.dropFirst().dropLast()) }
        return [secret] + escaped.filter { $0 != secret }
    }

    /// The text with every secret replaced, longest first so that no part of one is left.
    package func masked(_ text: String) -> String {
        let all = state.withLock { $0.forms }.sorted { $0.utf8.count > $1.utf8.count }
        return all.reduce(text) { text, secret in
            text.contains(secret)
                ? text.split(separator: secret, omittingEmptySubsequences: false).joined(separator: Self.mask) : text
        }
    }
}
