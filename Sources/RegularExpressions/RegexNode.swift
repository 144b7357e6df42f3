import Text

/// A parsed regular expression.
indirect enum RegexNode: Sendable {
    case empty
    /// A letter; the second form is what to compare with when case does not matter.
    case letter(Unicode.Scalar, ignoresCase: Bool)
    case set(RegexSet)
    /// `.`
    case any(withNewline: Bool)
    /// `^`, `$`, `\A`, `\Z`
    case start(isMultiline: Bool)
    case end(isMultiline: Bool)
    case textStart
    case textEnd
    case wordBoundary(isNegated: Bool)
    case group(Int, RegexNode)
    case backReference(Int, ignoresCase: Bool)
    case sequence([RegexNode])
    case alternatives([RegexNode])
    case repetition(RegexNode, ClosedRange<Int>, RegexGreed)
    case look(RegexNode, isAhead: Bool, isNegated: Bool)
    /// `(?>…)`: once matched, not tried another way.
    case atomic(RegexNode)
    /// `(?(1)yes|no)`
    case conditional(Int, RegexNode, RegexNode)

    /// How many code points the node takes when it can match in one way only, so that repeating it needs no recursion;
    /// nil for other nodes.
    var unitLength: Int? {
        switch self {
        case .letter, .set, .any: return 1
        case .sequence(let nodes):
            var total = 0
            for node in nodes {
                guard let length = node.unitLength else { return nil }
                total += length
            }
            return total > 0 ? total : nil
        case .alternatives(let nodes): return nodes.allSatisfy { $0.unitLength == 1 } ? 1 : nil
        default: return nil
        }
    }

    /// The group that a node is, with its content; for other nodes nil and the node.
    var ungrouped: (index: Int?, content: RegexNode) {
        if case .group(let index, let node) = self { return (index, node) }
        return (nil, self)
    }

    /// Whether the node is a place rather than a part of the text.
    var isPlace: Bool {
        switch self {
        case .start, .end, .textStart, .textEnd, .wordBoundary: true
        default: false
        }
    }

    /// The code point every match starts with; nil when there is none.
    var firstLetter: Unicode.Scalar? {
        switch self {
        case .letter(let letter, ignoresCase: false): letter
        case .group(_, let node), .atomic(let node): node.firstLetter
        case .sequence(let nodes): nodes.first?.firstLetter
        case .repetition(let node, let count, _): count.lowerBound > 0 ? node.firstLetter : nil
        default: nil
        }
    }

    /// How many code points the node takes; nil when that may differ.
    var fixedLength: Int? {
        switch self {
        case .empty, .start, .end, .textStart, .textEnd, .wordBoundary, .look: return 0
        case .letter, .set, .any: return 1
        case .group(_, let node), .atomic(let node): return node.fixedLength
        case .backReference, .conditional: return nil
        case .sequence(let nodes):
            var total = 0
            for node in nodes {
                guard let length = node.fixedLength else { return nil }
                total += length
            }
            return total
        case .alternatives(let nodes):
            let lengths = Set(nodes.map(\.fixedLength))
            return lengths.count == 1 ? lengths.first ?? nil : nil
        case .repetition(let node, let count, _):
            guard count.lowerBound == count.upperBound, let length = node.fixedLength else { return nil }
            let (total, isTooLong) = length.multipliedReportingOverflow(by: count.lowerBound)
            return isTooLong || total > 1_000_000_000 ? nil : total
        }
    }
}

/// How a repetition chooses its number.
enum RegexGreed: Sendable { case most, fewest, possessive }

/// A set of code points: `[a-z\d]`, `\w`.
struct RegexSet: Sendable {
    enum Item: Sendable {
        case range(ClosedRange<UInt32>)
        case digit(isNegated: Bool)
        case space(isNegated: Bool)
        case word(isNegated: Bool)
    }

    var items: [Item]
    var isNegated = false
    var ignoresCase = false
    var isASCII = false

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        if holds(scalar) { return !isNegated }
        if ignoresCase, scalar.otherCases.contains(where: holds) { return !isNegated }
        return isNegated
    }

    private func holds(_ scalar: Unicode.Scalar) -> Bool {
        items.contains { item in
            switch item {
            case .range(let range): range.contains(scalar.value)
            case .digit(let isNegated): scalar.isRegexDigit(isASCII) != isNegated
            case .space(let isNegated): scalar.isRegexSpace(isASCII) != isNegated
            case .word(let isNegated): scalar.isRegexWord(isASCII) != isNegated
            }
        }
    }
}

extension Unicode.Scalar {
    func isRegexDigit(_ isASCII: Bool) -> Bool {
        ("0"..."9").contains(self) || (!isASCII && value >= 0x80 && properties.numericType == .decimal)
    }

    func isRegexSpace(_ isASCII: Bool) -> Bool {
        isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : isPythonSpace
    }

    func isRegexWord(_ isASCII: Bool) -> Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9", "_": return true
        default: break
        }
        guard !isASCII, value >= 0x80 else { return false }
        if properties.numericType != nil { return true }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
        default: return false
        }
    }

    /// The lower-case and the upper-case form where they are single code points.
    var otherCases: [Unicode.Scalar] {
        [properties.lowercaseMapping, properties.uppercaseMapping].compactMap { mapped in
            mapped.unicodeScalars.count == 1 ? mapped.unicodeScalars.first : nil
        }
    }

    /// The form in which letters that differ in case only are the same.
    var caseFolded: Unicode.Scalar {
        if value < 0x80 { return ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value) + 32) : self }
        let lower = properties.lowercaseMapping.unicodeScalars
        return lower.count == 1 ? lower.first ?? self : self
    }
}
