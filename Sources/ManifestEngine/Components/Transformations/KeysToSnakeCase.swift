package import JSON
package import Jinja
package import Manifest

/// Writes the keys of a record in snake case, in objects inside objects too but not inside lists.
///
/// Manifest type `KeysToSnakeCase`. Order stays; where two keys become equal the later value wins. A key is written in
/// ASCII letters first (see `Transliteration`).
package struct KeysToSnakeCase: Component, Transformation {
    package static let typeName = "KeysToSnakeCase"
    package static let summary = "Writes the keys of a record in snake case."
    package static let details = """
        Nested objects are changed, too; lists are not. Where two keys become equal, the later \
        value wins.
        """
    package static let example = """
        type: KeysToSnakeCase
        """
    package static let fields: [Field] = []

    package init(_ reader: ComponentReader) throws {}

    package func transform(_ record: inout Record, in scope: Scope) {
        record.members = record.members.renamingKeys(Self.snakeCase)
    }

    /// A key in snake case: `FirstName` is `first_name`, `HTTPServer` is `httpserver`, `2FA` is `_2_fa`.
    ///
    /// The parts are runs of capitals with the small letters after them, of small letters, and of digits. What stands
    /// between them counts as an empty part, kept only at the two ends; a digit never comes first.
    static func snakeCase(_ key: String) -> String {
        var parts = parts(of: Transliteration.ascii(key))
        if parts.count >= 3 {
            parts = parts[...0] + parts[1..<(parts.count - 1)].filter { !$0.isEmpty } + parts.suffix(1)
        }
        if let first = parts.first?.unicodeScalars.first, kind(first) == .digit { parts.insert("", at: 0) }
        return parts.map { $0.lowercased() }.joined(separator: "_")
    }

    private enum Kind {
        case capital, small, digit, other
    }

    private static func kind(_ scalar: Unicode.Scalar) -> Kind {
        switch scalar {
        case "A"..."Z": .capital
        case "a"..."z": .small
        case "0"..."9": .digit
        // Letters that have no ASCII form.
        default: scalar.value >= 0x80 && scalar.properties.isAlphabetic ? .small : .other
        }
    }

    private static func parts(of key: String) -> [String] {
        var parts: [String] = []
        var part = String.UnicodeScalarView()
        var last: Kind?
        for scalar in key.unicodeScalars {
            let kind = kind(scalar)
            if let last, last != kind, !(last == .capital && kind == .small) {
                parts.append(last == .other ? "" : String(part))
                part = String.UnicodeScalarView()
            }
            part.append(scalar)
            last = kind
        }
        if let last { parts.append(last == .other ? "" : String(part)) }
        return parts
    }
}
