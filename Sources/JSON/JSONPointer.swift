import Text

/// A way into a JSON document, after RFC 6901.
package struct JSONPointer {
    private let tokens: [String]

    /// The pointer in a local reference such as `#/definitions/name`; nil for references to other documents.
    package init?(fragment reference: String) {
        guard reference.hasPrefix("#") else { return nil }
        // A plus sign stands for itself in a fragment, unlike in a form.
        let escaped = reference.dropFirst().split(separator: "+", omittingEmptySubsequences: false).joined(
            separator: "%2B"
        )
        let text = PercentEncoding.decodeForm(escaped)
        guard text.isEmpty || text.hasPrefix("/") else { return nil }
        tokens = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(Self.unescaped)
    }

    private static func unescaped(_ token: Substring) -> String {
        var result = ""
        var rest = token
        while let tilde = rest.firstIndex(of: "~") {
            result += rest[..<tilde]
            rest = rest[rest.index(after: tilde)...]
            let letter = rest.first
            result += letter == "1" ? "/" : "~"
            if letter == "0" || letter == "1" { rest.removeFirst() }
        }
        return result + rest
    }

    /// The value that the pointer leads to.
    package func value(in document: JSONValue) -> JSONValue? {
        tokens.reduce(document) { (value: JSONValue?, token) in
            guard let value else { return nil }
            if let elements = value.array {
                guard let index = Int(token), elements.indices.contains(index) else { return nil }
                return elements[index]
            }
            return value.object?[token]
        }
    }
}
