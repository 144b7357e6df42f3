/// Values in a line of a report: whole where they are short.
enum Excerpt {
    /// Characters that are shown of a value.
    private static let length = 160
    /// Characters that are shown ahead of the first difference.
    private static let before = 40

    /// The beginning of a string.
    static func of(_ text: String) -> String { cut(text, from: 0) }

    /// The parts of two different strings around their first difference.
    static func pair(_ one: String, _ other: String) -> (String, String) {
        // Equal to the eye and not in their bytes, such as two spellings of "é".
        if one == other { return (cut(escaped(one), from: 0), cut(escaped(other), from: 0)) }
        guard max(one.count, other.count) > length else { return (one, other) }
        let start = max(0, zip(one, other).prefix { $0 == $1 }.count - before)
        return (cut(one, from: start), cut(other, from: start))
    }

    private static func cut(_ text: String, from start: Int) -> String {
        let rest = text.dropFirst(start)
        let surplus = rest.count - length
        return (start > 0 ? "…" : "") + rest.prefix(length) + (surplus > 0 ? "… (\(surplus) more characters)" : "")
    }

    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { $0.isASCII ? String($0) : $0.escaped(asASCII: true) }.joined()
    }
}
