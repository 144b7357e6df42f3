/// Text as a terminal shows it, letter by letter in columns.
enum TerminalText {
    /// Letters of East Asian scripts and pictures, which take two columns.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
        0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD,
    ]

    /// How many columns a text takes.
    static func columns(_ text: String) -> Int { text.reduce(0) { $0 + columns($1) } }

    private static func columns(_ letter: Character) -> Int {
        guard let scalar = letter.unicodeScalars.first, scalar.value >= 0x1100 else { return 1 }
        return wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }

    /// The text on one line of so many columns: cut where it is too long, which `…` shows, and without control letters.
    static func fitted(_ text: String, _ width: Int) -> String {
        let plain = String(
            text.map { $0.unicodeScalars.contains { $0.properties.generalCategory == .control } ? " " : $0 }
        )
        guard columns(plain) > width else { return plain }
        guard width > 0 else { return "" }
        var result = ""
        var used = 1
        for letter in plain {
            used += columns(letter)
            if used > width { break }
            result.append(letter)
        }
        return result + "…"
    }

    /// The text, fitted, with spaces after it up to so many columns.
    static func padded(_ text: String, _ width: Int) -> String {
        let fitted = fitted(text, width)
        return fitted + String(repeating: " ", count: max(0, width - columns(fitted)))
    }
}
