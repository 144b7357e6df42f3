import HTTP
import JSON
import Text

/// A secret that is recognized wherever it shows, in every spelling that servers and messages give it.
struct Canary {
    /// Has every character that some encoder escapes.
    static let text = "CaNaRy-5up3r/s3cr3t+v@lue=\"q\"&<x>'y'\\z"

    let secret: String

    init(_ secret: String = text) { self.secret = secret }

    /// The spellings by name.
    var spellings: [(name: String, text: String)] {
        let json = Self.inside(JSONValue.string(secret).text)
        let bytes = Array(secret.utf8)
        let form = PercentEncoding.form(secret)
        return [
            ("plain", secret), ("form", form), ("form, small", Self.smallDigits(form)),
            ("percent", form.replacing("+", with: "%20")), ("percent twice", PercentEncoding.form(form)),
            ("JSON", json), ("JSON twice", Self.inside(JSONValue.string(json).text)), ("HTML", Self.html(secret)),
            ("HTML in JSON", Self.inside(JSONValue.string(Self.html(secret)).text)),
            ("Python", Self.inside(JSONValue.string(secret).pythonRepresentation)),
            ("base64", Base64.encode(bytes)), ("pair", Base64.encode(Array("user:".utf8) + bytes)),
            ("pair, form", PercentEncoding.form(Base64.encode(Array("me:".utf8) + bytes))),
            ("base64url", String(Base64.encode(bytes).map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 })),
        ]
    }

    private static func inside(_ quoted: String) -> String { String(quoted.dropFirst().dropLast()) }

    private static func html(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&#x27;")
    }

    private static func smallDigits(_ text: String) -> String {
        let parts = text.split(separator: "%", omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(String(parts[0])) { $0 + "%" + $1.prefix(2).lowercased() + $1.dropFirst(2) }
    }

    /// Pieces of eight characters of any spelling that a text has; empty when nothing leaked.
    func leaks(in text: String) -> [String] {
        let shown = Set(Self.windows(of: text))
        return spellings.flatMap { Self.windows(of: $0.text) }.filter(shown.contains)
    }

    private static func windows(of text: String) -> [String] {
        let characters = Array(text)
        guard characters.count >= 8 else { return [] }
        return (0...(characters.count - 8)).map { String(characters[$0..<($0 + 8)]) }
    }
}
