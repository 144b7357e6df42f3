import Diagnostics

/// Text as a terminal shows it, letter by letter in columns.
enum TerminalText {
    /// How many columns a text takes.
    static func columns(_ text: String) -> Int { text.reduce(0) { $0 + LetterWidth.columns($1) } }

    /// The text on one line of that many columns: cut where it is too long, which `…` shows, and without control
    /// letters.
    static func fitted(_ text: String, _ width: Int) -> String {
        let plain = String(
            text.map { $0.unicodeScalars.contains { $0.properties.generalCategory == .control } ? " " : $0 }
        )
        guard columns(plain) > width else { return plain }
        guard width > 0 else { return "" }
        var result = ""
        var used = 1
        for letter in plain {
            used += LetterWidth.columns(letter)
            if used > width { break }
            result.append(letter)
        }
        return result + "…"
    }

    /// The text, fitted, with spaces after it up to that many columns.
    static func padded(_ text: String, _ width: Int) -> String {
        let fitted = fitted(text, width)
        return fitted + String(repeating: " ", count: max(0, width - columns(fitted)))
    }
}
