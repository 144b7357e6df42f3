/// A fault description that cannot be read.
package struct FaultTextError: Error, CustomStringConvertible, Equatable {
    /// What is wrong, as a sentence for the user.
    package let description: String
}

extension Fault {
    /// How to write a fault, for help texts.
    package static let grammar =
        "[METHOD] PATH KIND [times=N | every=K] [after=N] [retry-after=SECONDS]; KIND is a status such as 503, "
        + "malformed, truncated, drop or slow=MILLISECONDS; PATH may end in *"

    /// Reads a fault such as `POST /v2/calls/transcript 503 times=2`.
    package init(parsing text: String) throws(FaultTextError) {
        var words = text.split(separator: " ").map(String.init)
        var method: String?
        if let first = words.first, !first.hasPrefix("/"), first != "*" {
            method = words.removeFirst().uppercased()
        }
        guard words.count >= 2 else {
            throw FaultTextError(description: "a fault needs a path and a kind: \(Self.grammar)")
        }
        self.init(try Self.kind(words[1]), method: method, path: words[0])
        for word in words.dropFirst(2) { try apply(word) }
    }

    private static func kind(_ word: String) throws(FaultTextError) -> Kind {
        switch word {
        case "malformed": return .malformedJSON
        case "truncated": return .truncatedBody
        case "drop": return .droppedConnection
        default: break
        }
        if word.hasPrefix("slow="), let milliseconds = Int(word.dropFirst(5)), milliseconds >= 0 {
            return .slow(milliseconds: milliseconds)
        }
        if let status = Int(word), (400...599).contains(status) { return .status(status) }
        throw FaultTextError(description: "unknown fault kind '\(word)': \(grammar)")
    }

    private mutating func apply(_ word: String) throws(FaultTextError) {
        let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let number = Int(parts[1]), number >= 0 else {
            throw FaultTextError(description: "'\(word)' is not NAME=NUMBER: \(Self.grammar)")
        }
        switch parts[0] {
        case "times": frequency = .times(number)
        case "every": frequency = .every(number)
        case "after": after = number
        case "retry-after": retryAfter = number
        default: throw FaultTextError(description: "unknown setting '\(parts[0])': \(Self.grammar)")
        }
    }
}
