/// A JSON value as received in a request body.
///
/// Numbers keep their text, because ids of up to 20 digits arrive as numbers too.
package enum JSONInput: Sendable, Equatable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([JSONInput])
    case object([String: JSONInput])

    /// Parses a whole document; nil when it is not valid JSON.
    package init?(_ bytes: [UInt8]) {
        var parser = JSONInputParser(bytes)
        guard let value = parser.document() else { return nil }
        self = value
    }

    /// The member of an object; nil for a missing member and for any other value.
    package subscript(name: String) -> JSONInput? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    /// The element of an array; nil outside it and for any other value.
    package subscript(index: Int) -> JSONInput? {
        if case .array(let elements) = self, elements.indices.contains(index) { elements[index] } else { nil }
    }

    /// The elements of an array; empty for any other value.
    package var elements: [JSONInput] {
        if case .array(let elements) = self { elements } else { [] }
    }

    /// The text of a string; nil for any other value.
    package var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// A whole number; nil for any other value.
    package var integer: Int? {
        if case .number(let text) = self { Int(text) } else { nil }
    }

    /// A digest that is equal for equal values, whatever the order of members.
    var digest: UInt64 {
        switch self {
        case .null: Digest.of("null")
        case .bool(let flag): Digest.of(flag ? "true" : "false")
        case .number(let text): Digest.of("n" + text)
        case .string(let text): Digest.of("s" + text)
        case .array(let elements): elements.reduce(1) { Digest.combine($0, $1.digest) }
        case .object(let members):
            members.sorted { $0.key < $1.key }
                .reduce(2) { Digest.combine(Digest.combine($0, Digest.of($1.key)), $1.value.digest) }
        }
    }
}
