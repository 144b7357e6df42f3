import JSON

/// The ways in which others write a secret, made without the engine's own encoders.
enum SecretSpelling {
    /// Spellings with their names, the secret itself first.
    static func all(of secret: String) -> [(name: String, text: String)] {
        let json = inside(JSONValue.string(secret).text)
        let percent = secret.utf8.map { "%" + hex($0) }.joined()
        var forms = [
            ("the secret", secret), ("percent encoding", percent), ("small percent encoding", percent.lowercased()),
            ("JSON", json), ("JSON in JSON", inside(JSONValue.string(json).text)), ("HTML", html(secret)),
            ("numbers of HTML", secret.unicodeScalars.map { "&#\($0.value);" }.joined()),
            ("JSON numbers", secret.utf16.map { "\\u" + hex(UInt8($0 >> 8)) + hex(UInt8($0 & 255)) }.joined()),
            (
                "form encoding",
                secret.utf8.map { isPlain($0) ? String(UnicodeScalar($0)) : $0 == 0x20 ? "+" : "%" + hex($0) }.joined()
            ),
        ]
        guard secret.utf8.count > 7 else { return forms }
        forms.append(("hexadecimal digits", secret.utf8.map(hex).joined()))
        for before in ["", "u:", "ab:", "user:"] { forms.append(("base64", base64(Array((before + secret).utf8)))) }
        return forms
    }

    /// A quoted text without its quotes.
    static func inside(_ quoted: String) -> String { String(quoted.unicodeScalars.dropFirst().dropLast()) }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) && byte < 0x80 || "-._~".utf8.contains(byte)
    }

    private static func hex(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }

    private static func html(_ text: String) -> String {
        let names: [Unicode.Scalar: String] = ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;"]
        return text.unicodeScalars.map { names[$0] ?? String($0) }.joined()
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        let bits = bytes.flatMap { byte in (0..<8).map { byte >> (7 - UInt8($0)) & 1 } }
        let text = stride(from: 0, to: bits.count, by: 6).map { start in
            let group = bits[start..<min(start + 6, bits.count)]
            return letters[group.reduce(0) { $0 << 1 | Int($1) } << (6 - group.count)]
        }
        return String(text) + String(repeating: "=", count: (4 - text.count % 4) % 4)
    }
}
