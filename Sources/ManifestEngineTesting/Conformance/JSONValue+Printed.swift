import JSON

extension JSONValue {
    /// Reads a text and keeps how its numbers and strings are spelled: `1.50` stays apart from `1.5`.
    init(keepingSpellingOf text: String) throws(JSONError) {
        self = .view(try JSONDocument(text: text, indexDepth: 64).root)
    }

    /// The value as it was printed, without blanks between its parts.
    var printed: String {
        if let object {
            let members = object.map { "\(JSONValue.string($0.key).text):\($0.value.printed)" }
            return "{\(members.joined(separator: ","))}"
        }
        if let array { return "[\(array.map(\.printed).joined(separator: ","))]" }
        if case .view(let scalar) = self { return scalar.rawText }
        return text
    }
}
