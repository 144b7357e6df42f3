import Synchronization
import Text

/// The secret values of a run, and their removal from text.
///
/// A secret is found as it is and as `SecretForms` has it: in base64, in hexadecimal digits, escaped for addresses, JSON,
/// Python or HTML, several times over, cut, and in pieces that cannot be anything else. Strings are masked before they
/// are shortened, see `excerpt`.
package final class SecretMask: Sendable {
    /// What stands in for a secret.
    package static let mask = "****"

    private struct State {
        /// What was added, to know it again: every request adds what it is signed with.
        var known: Set<String> = []
        /// The same in order, those that came while running last.
        var order: [String] = []
        /// How many of them are in the index.
        var indexed = 0
        var index = SecretIndex()

        mutating func insert(_ secret: String) -> Bool {
            guard known.insert(secret).inserted else { return true }
            guard secret.count >= SecretForms.fewestCharacters else { return secret.isEmpty }
            order.append(secret)
            if order.count > SecretMask.mostKept { forgetOldest() }
            return true
        }

        /// Drops half of the secrets, the oldest but for the first ones, which are the configuration's.
        private mutating func forgetOldest() {
            order.removeSubrange(SecretMask.firstKept..<(SecretMask.mostKept / 2))
            known = Set(order).union(known.filter { $0.count < SecretForms.fewestCharacters })
            index = SecretIndex()
            indexed = 0
        }

        /// The index of all secrets; their forms are made when a string is masked first.
        mutating func settled() -> SecretIndex {
            while indexed < order.count {
                index.add(SecretForms(order[indexed]))
                indexed += 1
            }
            return index
        }
    }

    /// Most secrets that are kept: an API may give a new token for each request.
    private static let mostKept = 1024
    /// Secrets that are never dropped.
    private static let firstKept = 256

    private let state: Mutex<State>

    package init(_ secrets: [String] = []) {
        var state = State()
        for secret in secrets { _ = state.insert(secret) }
        self.state = Mutex(state)
    }

    /// Adds a secret, such as an access token that became known while running.
    ///
    /// - Returns: false for a string that is too short to be masked, the first time it comes.
    @discardableResult
    package func add(_ secret: String) -> Bool { state.withLock { $0.insert(secret) } }

    // MARK: Masking

    /// Whether a string holds a secret in any form.
    package func isFound(in text: String) -> Bool { !places(in: text).isEmpty }

    /// The text with every secret replaced.
    package func masked(_ text: String) -> String {
        let places = places(in: text)
        guard !places.isEmpty else { return text }
        let bytes = Array(text.utf8)
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var end = 0
        for place in merged(places) {
            out += bytes[end..<place.lowerBound]
            out += Self.mask.utf8
            end = place.upperBound
        }
        return String(decoding: out + bytes[end...], as: UTF8.self)
    }

    /// The places in order; those that overlap or touch become one.
    private func merged(_ places: [Range<Int>]) -> [Range<Int>] {
        var merged: [Range<Int>] = []
        for place in places.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, place.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, place.upperBound)
            } else {
                merged.append(place)
            }
        }
        return merged
    }

    /// Where secrets stand in the text as written, in no order.
    private func places(in text: String) -> [Range<Int>] {
        let index = state.withLock { $0.settled() }
        guard !index.isEmpty else { return [] }
        return EscapedText.levels(of: text).flatMap { level in
            index.ranges(in: level.bytes).map(level.written)
        }
    }

    // MARK: Excerpts

    /// Bytes of a long text that are looked at.
    package static let excerptWindow = 16 * 1024

    /// The beginning of a string, masked first and shortened then.
    ///
    /// - Parameter length: characters that are shown at most; where more follow, an ellipsis.
    package func excerpt(of bytes: UnsafeBufferPointer<UInt8>, length: Int) -> String {
        let window = String(decoding: bytes.prefix(Self.excerptWindow), as: UTF8.self)
        return masked(bytes.count > Self.excerptWindow ? window + "…" : window).shortened(to: length)
    }

    /// A string, masked first and shortened then.
    package func excerpt(of text: String, length: Int) -> String {
        var text = text
        return text.withUTF8 { excerpt(of: $0, length: length) }
    }
}
