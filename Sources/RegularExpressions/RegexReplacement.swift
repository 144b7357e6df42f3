import Text

/// The replacement text of a substitution, read once.
struct RegexReplacement {
    private enum Part {
        case text(String)
        case group(Int)
    }

    private var parts: [Part] = []

    private let scalars: [Unicode.Scalar]
    private var at = 0
    /// The text since the last part.
    private var literal = ""

    init(_ text: String, groupCount: Int, names: [String: Int]) throws(RegexError) {
        scalars = Array(text.unicodeScalars)
        while at < scalars.count {
            if scalars[at] == "\\" {
                try readEscape(groupCount, names)
            } else {
                literal.unicodeScalars.append(scalars[at])
                at += 1
            }
        }
        parts.append(.text(literal))
    }

    private mutating func readEscape(_ groupCount: Int, _ names: [String: Int]) throws(RegexError) {
        guard at + 1 < scalars.count else { throw RegexError(.pattern, "bad escape (end of pattern)") }
        let letter = scalars[at + 1]
        at += 2
        if letter == "g" {
            try appendGroup(try readName(names), groupCount)
        } else if let octal = Self.octal(letter, scalars, &at) {
            literal.unicodeScalars.append(octal)
        } else if ("1"..."9").contains(letter) {
            var index = Int(letter.value - 0x30)
            if at < scalars.count, ("0"..."9").contains(scalars[at]) {
                index = index * 10 + Int(scalars[at].value - 0x30)
                at += 1
            }
            try appendGroup(index, groupCount)
        } else {
            literal += try Self.escape(letter)
        }
    }

    private mutating func appendGroup(_ index: Int, _ groupCount: Int) throws(RegexError) {
        guard (0...groupCount).contains(index) else { throw RegexError(.pattern, "invalid group reference \(index)") }
        parts += [.text(literal), .group(index)]
        literal = ""
    }

    /// Reads `<name>` or `<1>` and gives the group's number.
    private mutating func readName(_ names: [String: Int]) throws(RegexError) -> Int {
        guard at < scalars.count, scalars[at] == "<", let end = scalars[at...].firstIndex(of: ">") else {
            throw RegexError(.pattern, "missing group name")
        }
        let name = String(scalars[(at + 1)..<end])
        at = end + 1
        guard let index = Int(name) ?? names[name] else {
            throw RegexError(.group, "unknown group name \(PythonText.repr(name))")
        }
        return index
    }

    /// Reads `\0`, `\012` and `\123`.
    private static func octal(_ letter: Unicode.Scalar, _ scalars: [Unicode.Scalar], _ at: inout Int) -> Unicode.Scalar?
    {
        guard let first = letter.octalDigit else { return nil }
        let rest = scalars[at...].prefix(2).prefix { $0.octalDigit != nil }.compactMap(\.octalDigit)
        guard letter == "0" || rest.count == 2 else { return nil }
        at += rest.count
        return Unicode.Scalar(rest.reduce(first) { $0 * 8 + $1 })
    }

    private static func escape(_ letter: Unicode.Scalar) throws(RegexError) -> String {
        switch letter {
        case "n": return "\n"
        case "t": return "\t"
        case "r": return "\r"
        case "f": return "\u{0C}"
        case "v": return "\u{0B}"
        case "a": return "\u{07}"
        case "b": return "\u{08}"
        case "\\": return "\\"
        case "a"..."z", "A"..."Z": throw RegexError(.pattern, "bad escape \\\(letter)")
        default: return "\\" + String(letter)
        }
    }

    func text(_ match: PythonRegex.Match) -> String {
        parts.reduce(into: "") { result, part in
            switch part {
            case .text(let text): result += text
            case .group(let index): result += match.group(index) ?? ""
            }
        }
    }
}
