import Text

/// Reads the regular expressions of Python's `re`.
struct RegexParser {
    struct Flags {
        var ignoresCase = false
        var isMultiline = false
        var dotMatchesNewline = false
        var isVerbose = false
        var isASCII = false
    }

    let scalars: [Unicode.Scalar]
    var at = 0
    var flags = Flags()
    var openGroups: Set<Int> = []
    var groupCount = 0
    var names: [String: Int] = [:]
    /// How many groups are open around this place.
    private var depth = 0
    /// Groups inside groups; reading and matching them is recursive, and a stack is finite.
    static let deepest = 200

    init(_ pattern: String) { scalars = Array(pattern.unicodeScalars) }

    mutating func parse() throws(RegexError) -> RegexNode {
        let node = try alternatives()
        guard at == scalars.count else { throw fail("unbalanced parenthesis") }
        return node
    }

    var peek: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

    mutating func skip(_ text: String) -> Bool {
        let wanted = Array(text.unicodeScalars)
        guard at + wanted.count <= scalars.count, scalars[at..<(at + wanted.count)].elementsEqual(wanted) else {
            return false
        }
        at += wanted.count
        return true
    }

    func fail(_ message: String) -> RegexError {
        RegexError(.pattern, "\(message) at position \(min(at, scalars.count))")
    }

    mutating func alternatives() throws(RegexError) -> RegexNode {
        var nodes = [try sequence()]
        while skip("|") { nodes.append(try sequence()) }
        return nodes.count == 1 ? nodes[0] : .alternatives(nodes)
    }

    mutating func sequence() throws(RegexError) -> RegexNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest + 1 else { throw fail("more than \(Self.deepest) groups inside each other") }
        var nodes: [RegexNode] = []
        while let scalar = peek, scalar != "|", scalar != ")" {
            if flags.isVerbose, skipVerbose() { continue }
            if let atom = try atom() { nodes.append(try repeated(atom)) }
        }
        return nodes.count == 1 ? nodes[0] : .sequence(nodes)
    }

    private mutating func skipVerbose() -> Bool {
        guard let scalar = peek else { return false }
        if scalar == "#" {
            while let next = peek, next != "\n" {
                _ = next
                at += 1
            }
            return true
        }
        guard scalar.isPythonSpace else { return false }
        at += 1
        return true
    }

    // MARK: Repetition

    private mutating func repeated(_ atom: RegexNode) throws(RegexError) -> RegexNode {
        var node = atom
        var isRepeated = false
        while let count = try repetitionCount() {
            if isRepeated { throw fail("multiple repeat") }
            if atom.isPlace { throw fail("nothing to repeat") }
            isRepeated = true
            let greed: RegexGreed = skip("?") ? .fewest : (skip("+") ? .possessive : .most)
            node = .repetition(node, count, greed)
            if flags.isVerbose { while skipVerbose() {} }
        }
        return node
    }

    private mutating func repetitionCount() throws(RegexError) -> ClosedRange<Int>? {
        switch peek {
        case "*": at += 1; return 0...Int.max
        case "+": at += 1; return 1...Int.max
        case "?": at += 1; return 0...1
        case "{": return try bounds()
        default: return nil
        }
    }

    /// Reads `{2}`, `{2,}`, `{,3}`, `{2,3}`; other braces are letters.
    private mutating func bounds() throws(RegexError) -> ClosedRange<Int>? {
        let start = at
        at += 1
        let low = number()
        let hasComma = skip(",")
        let high = hasComma ? number() : low
        guard low != nil || hasComma, skip("}") else {
            at = start
            return nil
        }
        if low == nil, high == nil, !hasComma {
            at = start
            return nil
        }
        let lowest = low ?? 0
        let highest = high ?? Int.max
        guard lowest <= highest else { throw fail("min repeat greater than max repeat") }
        return lowest...highest
    }

    mutating func number() -> Int? {
        var value: Int?
        while let digit = peek, ("0"..."9").contains(digit) {
            value = min((value ?? 0) * 10 + Int(digit.value - 0x30), 1_000_000)
            at += 1
        }
        return value
    }

    // MARK: Atoms

    private mutating func atom() throws(RegexError) -> RegexNode? {
        guard let scalar = peek else { return nil }
        switch scalar {
        case "(": return try group()
        case "[":
            at += 1
            return .set(try set())
        case "\\": return try escape()
        case "*", "+", "?": throw fail("nothing to repeat")
        default: break
        }
        at += 1
        switch scalar {
        case ".": return .any(withNewline: flags.dotMatchesNewline)
        case "^": return .start(isMultiline: flags.isMultiline)
        case "$": return .end(isMultiline: flags.isMultiline)
        default: return letter(scalar)
        }
    }

    private func letter(_ scalar: Unicode.Scalar) -> RegexNode {
        .letter(flags.ignoresCase ? scalar.caseFolded : scalar, ignoresCase: flags.ignoresCase)
    }

    private func set(_ items: [RegexSet.Item]) -> RegexNode {
        .set(RegexSet(items: items, isASCII: flags.isASCII))
    }

    private mutating func escape() throws(RegexError) -> RegexNode {
        at += 1
        guard let scalar = peek else { throw fail("bad escape (end of pattern)") }
        if ("1"..."9").contains(scalar) {
            let start = at
            if let octal = octalEscape(isInSet: false) { return letter(octal) }
            at = start
            var index = Int(scalar.value - 0x30)
            at += 1
            if let digit = peek, ("0"..."9").contains(digit) {
                index = index * 10 + Int(digit.value - 0x30)
                at += 1
            }
            guard index <= groupCount else { throw fail("invalid group reference \(index)") }
            guard !openGroups.contains(index) else { throw fail("cannot refer to an open group") }
            return .backReference(index, ignoresCase: flags.ignoresCase)
        }
        if let item = classItem(scalar) {
            at += 1
            return set([item])
        }
        switch scalar {
        case "A": at += 1; return .textStart
        case "Z": at += 1; return .textEnd
        case "b": at += 1; return .wordBoundary(isNegated: false)
        case "B": at += 1; return .wordBoundary(isNegated: true)
        default: return letter(try plainEscape(isInSet: false))
        }
    }

    func classItem(_ scalar: Unicode.Scalar) -> RegexSet.Item? {
        switch scalar {
        case "d": .digit(isNegated: false)
        case "D": .digit(isNegated: true)
        case "s": .space(isNegated: false)
        case "S": .space(isNegated: true)
        case "w": .word(isNegated: false)
        case "W": .word(isNegated: true)
        default: nil
        }
    }

    mutating func octalEscape(isInSet: Bool) -> Unicode.Scalar? {
        var value: UInt32 = 0
        var count = 0
        while count < 3, let digit = peek?.octalDigit {
            value = value * 8 + digit
            count += 1
            at += 1
        }
        return count == 3 || isInSet ? Unicode.Scalar(value) : nil
    }

    /// Reads the rest of an escape that stands for one letter.
    mutating func plainEscape(isInSet: Bool) throws(RegexError) -> Unicode.Scalar {
        guard let scalar = peek else { throw fail("bad escape (end of pattern)") }
        if scalar == "0" {
            var value: UInt32 = 0
            var count = 0
            while count < 3, let digit = peek?.octalDigit {
                value = value * 8 + digit
                count += 1
                at += 1
            }
            return Unicode.Scalar(value) ?? "\0"
        }
        at += 1
        switch scalar {
        case "n": return "\n"
        case "t": return "\t"
        case "r": return "\r"
        case "f": return "\u{0C}"
        case "v": return "\u{0B}"
        case "a": return "\u{07}"
        case "b" where isInSet: return "\u{08}"
        case "x": return try hexadecimal(2)
        case "u": return try hexadecimal(4)
        case "U": return try hexadecimal(8)
        case "a"..."z", "A"..."Z", "0"..."9": throw fail("bad escape \\\(scalar)")
        default: return scalar
        }
    }

    private mutating func hexadecimal(_ length: Int) throws(RegexError) -> Unicode.Scalar {
        var value: UInt32 = 0
        for _ in 0..<length {
            guard let digit = peek?.hexadecimalDigit else { throw fail("incomplete escape") }
            value = value << 4 | digit
            at += 1
        }
        guard let scalar = Unicode.Scalar(value) else { throw fail("bad escape") }
        return scalar
    }
}
