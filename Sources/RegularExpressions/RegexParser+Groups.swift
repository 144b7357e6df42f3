import Text

/// Sets and groups.
extension RegexParser {
    mutating func set() throws(RegexError) -> RegexSet {
        var result = RegexSet(items: [], ignoresCase: flags.ignoresCase, isASCII: flags.isASCII)
        result.isNegated = skip("^")
        var isFirst = true
        while let scalar = peek, isFirst || scalar != "]" {
            isFirst = false
            let low = try setItem()
            guard peek == "-", at + 1 < scalars.count, scalars[at + 1] != "]" else {
                result.items.append(low)
                continue
            }
            at += 1
            let high = try setItem()
            guard case .range(let first) = low, case .range(let last) = high,
                first.lowerBound <= last.lowerBound
            else { throw fail("bad character range") }
            result.items.append(.range(first.lowerBound...last.lowerBound))
        }
        guard skip("]") else { throw fail("unterminated character set") }
        return result
    }

    private mutating func setItem() throws(RegexError) -> RegexSet.Item {
        guard let scalar = peek else { throw fail("unterminated character set") }
        at += 1
        guard scalar == "\\" else { return .range(scalar.value...scalar.value) }
        if let next = peek, let item = classItem(next) {
            at += 1
            return item
        }
        if let next = peek, next.octalDigit != nil, let octal = octalEscape(isInSet: true) {
            return .range(octal.value...octal.value)
        }
        let plain = try plainEscape(isInSet: true)
        return .range(plain.value...plain.value)
    }

    // MARK: Groups

    mutating func group() throws(RegexError) -> RegexNode? {
        at += 1
        guard skip("?") else { return try capturing(nil) }
        if skip("P<") { return try capturing(try name(until: ">")) }
        if skip("P=") {
            let name = try name(until: ")")
            guard let index = names[name] else { throw fail("unknown group name \(PythonText.repr(name))") }
            return .backReference(index, ignoresCase: flags.ignoresCase)
        }
        if skip("#") {
            while let scalar = peek, scalar != ")" {
                _ = scalar
                at += 1
            }
            guard skip(")") else { throw fail("missing ), unterminated comment") }
            return nil
        }
        if skip("=") { return .look(try inner(), isAhead: true, isNegated: false) }
        if skip("!") { return .look(try inner(), isAhead: true, isNegated: true) }
        if skip("<=") { return try behind(isNegated: false) }
        if skip("<!") { return try behind(isNegated: true) }
        if skip(">") { return .atomic(try inner()) }
        if skip("(") { return try conditional() }
        return try flagged()
    }

    private mutating func inner() throws(RegexError) -> RegexNode {
        let outer = flags
        let node = try alternatives()
        guard skip(")") else { throw fail("missing ), unterminated subpattern") }
        flags = outer
        return node
    }

    private mutating func capturing(_ name: String?) throws(RegexError) -> RegexNode {
        groupCount += 1
        let index = groupCount
        if let name {
            guard names[name] == nil else { throw fail("redefinition of group name \(PythonText.repr(name))") }
            names[name] = index
        }
        openGroups.insert(index)
        let node = try inner()
        openGroups.remove(index)
        return .group(index, node)
    }

    private mutating func name(until end: Unicode.Scalar) throws(RegexError) -> String {
        let start = at
        while let scalar = peek, scalar != end {
            _ = scalar
            at += 1
        }
        let name = scalars[start..<at]
        guard skip(String(end)) else { throw fail("missing \(end), unterminated name") }
        guard let first = name.first, first.isNameStart, name.allSatisfy(\.isNamePart) else {
            throw fail("bad character in group name \(PythonText.repr(String(name)))")
        }
        return String(name)
    }

    private mutating func behind(isNegated: Bool) throws(RegexError) -> RegexNode {
        let node = try inner()
        guard node.fixedLength != nil else { throw fail("look-behind requires fixed-width pattern") }
        return .look(node, isAhead: false, isNegated: isNegated)
    }

    private mutating func conditional() throws(RegexError) -> RegexNode {
        let index: Int
        if let number = number() {
            index = number
            guard skip(")") else { throw fail("missing ), unterminated name") }
        } else {
            let name = try name(until: ")")
            guard let found = names[name] else { throw fail("unknown group name \(PythonText.repr(name))") }
            index = found
        }
        let yes = try sequence()
        let no = skip("|") ? try sequence() : .empty
        guard skip(")") else { throw fail("missing ), unterminated subpattern") }
        return .conditional(index, yes, no)
    }

    /// Reads `(?:…)`, `(?i)` and `(?i-s:…)`.
    private mutating func flagged() throws(RegexError) -> RegexNode? {
        let outer = flags
        var isOn = true
        while let scalar = peek, scalar != ")", scalar != ":" {
            at += 1
            switch scalar {
            case "-": isOn = false
            case "i": flags.ignoresCase = isOn
            case "m": flags.isMultiline = isOn
            case "s": flags.dotMatchesNewline = isOn
            case "x": flags.isVerbose = isOn
            case "a": flags.isASCII = isOn
            case "u", "L": flags.isASCII = false
            default: throw fail("unknown extension ?\(scalar)")
            }
        }
        if skip(")") { return nil }
        guard skip(":") else { throw fail("missing -, : or )") }
        let node = try alternatives()
        guard skip(")") else { throw fail("missing ), unterminated subpattern") }
        flags = outer
        // A sequence of one, so that a place in parentheses can be repeated.
        return .sequence([node])
    }
}
