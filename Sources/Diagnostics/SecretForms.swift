import JSON
import Text

/// The strings by which a secret is recognized: itself, its parts, and what encoders make of it.
///
/// Escapes are not among them: `EscapedText` takes those out of the text that is searched.
struct SecretForms {
    /// Fewest characters of a string that is masked; shorter ones stand everywhere.
    static let fewestCharacters = 3
    /// Fewest characters of a line of a secret, such as a private key, that is masked by itself.
    private static let fewestOfLine = 8
    /// Fewest letters by which a secret inside a longer base64 string is recognized.
    private static let fewestOfCore = 6

    /// Recognized as they are.
    private(set) var texts: [[UInt8]] = []
    /// Recognized inside a longer run of base64 letters, all of which is masked then.
    private(set) var cores: [[UInt8]] = []

    /// The forms of a secret; none for one that is too short to be masked.
    init(_ secret: String) {
        guard secret.count >= Self.fewestCharacters else { return }
        addText(secret)
        for level in EscapedText.levels(of: secret).dropFirst() {
            addBytes(level.bytes)
        }
        addParts(of: secret)
        for text in texts { addEncodings(of: text) }
    }

    private mutating func addText(_ text: String) {
        if text.count >= Self.fewestCharacters { addBytes(Array(text.utf8)) }
    }

    /// Adds bytes that need not be a string: `%E9` is a letter to some.
    private mutating func addBytes(_ bytes: [UInt8]) {
        let characters = String(decoding: bytes, as: UTF8.self).count
        if characters >= Self.fewestCharacters, !texts.contains(bytes) { texts.append(bytes) }
    }

    // MARK: Parts

    /// Schemes that may stand before a token in one value.
    private static let schemes = ["basic", "bearer", "token", "apikey", "key"]
    /// Names of members that hold secrets where the secret is a JSON text, such as the key file of a service account.
    private static let secretNames = ["key", "secret", "token", "password"]

    private mutating func addParts(of secret: String) {
        let words = secret.split(whereSeparator: \.isWhitespace)
        if let only = words.first, words.count == 1 { addText(String(only)) }
        if words.count == 2, Self.schemes.contains(words[0].lowercased()) { addText(String(words[1])) }
        addLines(of: secret)
        guard secret.utf8.first == UInt8(ascii: "{"), let members = (try? JSONValue(parsing: secret))?.object else {
            return
        }
        for (name, value) in members where Self.secretNames.contains(where: name.lowercased().contains) {
            guard let text = value.string else { continue }
            addText(text)
            addLines(of: text)
        }
    }

    /// Lines of a text of several, but for those that only frame a key.
    private mutating func addLines(of text: String) {
        let lines = text.split(whereSeparator: \.isNewline)
        guard lines.count > 1 else { return }
        for line in lines where line.count >= Self.fewestOfLine && !line.hasPrefix("-----") { addText(String(line)) }
    }

    // MARK: Encodings

    private mutating func addEncodings(of bytes: [UInt8]) {
        let whole = Array(Base64.encode(bytes).utf8)
        let bare = Self.withoutPadding(whole)
        addForms(whole)
        if bare.count >= Self.fewestOfCore { addForms(bare) }
        for shift in 0..<3 { addCore(of: bytes, shift) }
        if bytes.count > Self.fewestCharacters { addForm(bytes.flatMap(Self.hex)) }
    }

    /// Adds base64 in both of its alphabets.
    private mutating func addForms(_ base64: [UInt8]) {
        addForm(base64)
        addForm(Self.forAddresses(base64))
    }

    /// Adds what an encoder made, which is never too short.
    private mutating func addForm(_ form: [UInt8]) {
        if !texts.contains(form) { texts.append(form) }
    }

    /// The letters of base64 that a secret decides alone when some other bytes stand before it.
    private mutating func addCore(of bytes: [UInt8], _ shift: Int) {
        let encoded = Self.withoutPadding(Array(Base64.encode([UInt8](repeating: 0, count: shift) + bytes).utf8))
        let count = (shift + bytes.count) * 8 / 6
        let core = Array(encoded.prefix(count).dropFirst((shift * 8 + 5) / 6))
        guard core.count >= Self.fewestOfCore else { return }
        for form in [core, Self.forAddresses(core)] where !cores.contains(form) { cores.append(form) }
    }

    private static func withoutPadding(_ base64: [UInt8]) -> [UInt8] {
        Array(base64.prefix { $0 != UInt8(ascii: "=") })
    }

    /// Base64 in the alphabet for addresses.
    private static func forAddresses(_ base64: [UInt8]) -> [UInt8] {
        base64.map { letter in
            switch letter {
            case UInt8(ascii: "+"): UInt8(ascii: "-")
            case UInt8(ascii: "/"): UInt8(ascii: "_")
            default: letter
            }
        }
    }

    private static let digits = Array("0123456789abcdef".utf8)

    private static func hex(_ byte: UInt8) -> [UInt8] { [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
}
