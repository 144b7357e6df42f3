import Text

/// Cuts a template into tokens.
///
/// Delimiters are `{{ }}`, `{% %}` and `{# #}`. A `-` inside a delimiter takes the white space on its outer side away; a
/// `+` is allowed and does nothing. Raw blocks come out as text, comments not at all.
struct Lexer {
    private let source: SourceText
    private var at = 0
    private var tokens: [Token] = []

    private init(_ source: SourceText) { self.source = source }

    /// All tokens of a string, an `end` token last.
    ///
    /// Throws `syntax` for unclosed or unknown parts.
    static func tokens(of source: SourceText) throws(TemplateError) -> [Token] {
        var lexer = Lexer(source)
        while lexer.at < source.bytes.count { try lexer.readText() }
        lexer.add(.end, "", from: source.bytes.count)
        return lexer.tokens
    }

    private mutating func add(_ kind: Token.Kind, _ text: String, from start: Int) {
        tokens.append(Token(kind: kind, text: text, range: source.range(start, at)))
    }

    private func fail(_ message: String, from start: Int, hint: String? = nil) -> TemplateError {
        TemplateError(.syntax, message, at: source.range(start, max(start + 1, at)), hint: hint)
    }

    private func byte(_ place: Int) -> UInt8? { place < source.bytes.count ? source.bytes[place] : nil }

    // MARK: Outside expressions

    /// Reads literal text and the delimiter after it, with what that opens.
    private mutating func readText() throws(TemplateError) {
        let start = at
        while at < source.bytes.count, !isDelimiter(at) { at += 1 }
        let isLast = at == source.bytes.count
        let stripsBefore = !isLast && byte(at + 2) == 0x2D
        addText(from: start, to: at, isStripped: stripsBefore)
        if isLast { return }
        let opening = at
        let hasSign = byte(at + 2) == 0x2D || byte(at + 2) == 0x2B
        at += hasSign ? 3 : 2
        switch source.bytes[opening + 1] {
        case 0x23: try skipComment(opening)
        case 0x25:
            if try readRawBlock(opening) { return }
            add(.blockBegin, "", from: opening)
            try readExpression(closing: 0x25, kind: .blockEnd, opening)
        default:
            add(.outputBegin, "", from: opening)
            try readExpression(closing: 0x7D, kind: .outputEnd, opening)
        }
    }

    private func isDelimiter(_ place: Int) -> Bool {
        guard source.bytes[place] == 0x7B, let next = byte(place + 1) else { return false }
        return next == 0x7B || next == 0x25 || next == 0x23
    }

    private mutating func addText(from start: Int, to end: Int, isStripped: Bool) {
        var text = source.text(start, end)
        if isStripped { text = text.strippedRight() }
        if !text.isEmpty { add(.text, text, from: start) }
    }

    private mutating func skipComment(_ opening: Int) throws(TemplateError) {
        if at >= source.bytes.count { return }
        while at < source.bytes.count {
            if byte(at) == 0x23, byte(at + 1) == 0x7D {
                let strips = at > opening + 2 && source.bytes[at - 1] == 0x2D
                at = strips ? source.skipSpace(at + 2) : at + 2
                return
            }
            at += 1
        }
        throw fail("Missing end of comment tag", from: opening)
    }

    /// Reads `{% raw %}…{% endraw %}` if that is what comes next.
    private mutating func readRawBlock(_ opening: Int) throws(TemplateError) -> Bool {
        guard let body = tag(named: "raw", at: at) else { return false }
        var place = body.after
        while place < source.bytes.count {
            if source.bytes[place] == 0x7B, byte(place + 1) == 0x25 {
                let strips = byte(place + 2) == 0x2D
                let inner = place + (strips || byte(place + 2) == 0x2B ? 3 : 2)
                if let ending = tag(named: "endraw", at: inner) {
                    at = place
                    addText(from: body.after, to: place, isStripped: strips)
                    at = ending.after
                    return true
                }
            }
            place += 1
        }
        throw fail("Missing end of raw directive", from: opening)
    }

    /// The place after a tag that holds nothing but a word, such as `raw %}`; its own `-` takes white space along.
    private func tag(named name: String, at place: Int) -> (after: Int, Void)? {
        var place = source.skipSpace(place)
        guard source.starts(with: Array(name.utf8), at: place) else { return nil }
        place = source.skipSpace(place + name.utf8.count)
        let strips = byte(place) == 0x2D
        if strips || (byte(place) == 0x2B && name == "endraw") { place += 1 }
        guard byte(place) == 0x25, byte(place + 1) == 0x7D else { return nil }
        return (strips ? source.skipSpace(place + 2) : place + 2, ())
    }

    // MARK: Inside expressions

    /// Reads the tokens up to and including the closing delimiter.
    private mutating func readExpression(
        closing: UInt8,
        kind: Token.Kind,
        _ opening: Int
    ) throws(TemplateError) {
        var open: [(kind: Token.Kind, place: Int)] = []
        while at < source.bytes.count {
            if open.isEmpty, readClosing(closing, kind) { return }
            let start = at
            at = source.skipSpace(at)
            if at > start { continue }
            let byte = source.bytes[at]
            if byte == 0x22 || byte == 0x27 {
                try readString(byte)
            } else if (0x30...0x39).contains(byte) {
                try readNumber()
            } else if !readName() {
                try readOperator(&open)
            }
        }
        let label = kind == .outputEnd ? "end of print statement" : "end of statement block"
        if let last = open.last {
            at = last.place + 1
            throw fail("'\(source.text(last.place, last.place + 1))' is never closed", from: last.place)
        }
        at = opening + 2
        throw fail("unexpected end of template, expected '\(label)'.", from: opening)
    }

    private mutating func readClosing(_ closing: UInt8, _ kind: Token.Kind) -> Bool {
        let sign = byte(at)
        let hasSign = sign == 0x2D || (sign == 0x2B && closing == 0x25)
        let place = hasSign ? at + 1 : at
        guard byte(place) == closing, byte(place + 1) == 0x7D else { return false }
        let start = at
        at = place + 2
        add(kind, "", from: start)
        if sign == 0x2D { at = source.skipSpace(at) }
        return true
    }

    private mutating func readName() -> Bool {
        let start = at
        while let (scalar, width) = source.scalar(at: at) {
            let fits = at == start ? scalar.isNameStart : scalar.isNamePart
            guard fits else { break }
            at += width
        }
        if at == start { return false }
        add(.name, source.text(start, at), from: start)
        return true
    }

    private mutating func readString(_ quote: UInt8) throws(TemplateError) {
        let start = at
        at += 1
        while let byte = byte(at), byte != quote { at += byte == 0x5C ? 2 : 1 }
        guard at < source.bytes.count else {
            at = start + 1
            throw fail("unexpected char \(PythonText.repr(source.text(start, start + 1))) at \(start)", from: start)
        }
        at += 1
        let raw = source.text(start + 1, at - 1)
        guard let text = StringEscapes.decode(raw) else {
            throw fail("a string literal contains an invalid escape sequence", from: start)
        }
        add(.string, text, from: start)
    }

    private mutating func readOperator(
        _ open: inout [(kind: Token.Kind, place: Int)]
    ) throws(TemplateError) {
        let start = at
        guard let (spelling, kind) = Token.Kind.operators.first(where: { source.starts(with: $0.spelling, at: start) })
        else {
            let text = source.scalar(at: at).map { String($0.0) } ?? "?"
            throw fail(
                "unexpected char \(PythonText.repr(text)) at \(at)",
                from: start,
                hint: ForeignOperators.remedy(for: text)
            )
        }
        at += spelling.count
        switch kind {
        case .leftParenthesis, .leftBracket, .leftBrace: open.append((kind, start))
        case .rightParenthesis, .rightBracket, .rightBrace:
            let text = source.text(start, at)
            guard let last = open.popLast() else { throw fail("unexpected '\(text)'", from: start) }
            guard last.kind.rawValue + 1 == kind.rawValue else {
                throw fail("unexpected '\(text)', expected another bracket to close first", from: start)
            }
        default: break
        }
        add(kind, source.text(start, at), from: start)
    }

    // MARK: Numbers

    /// Decimal digits of an integer, as many as Python reads.
    private static let mostDigits = 4300

    private mutating func readNumber() throws(TemplateError) {
        let start = at
        let isFloat = (start == 0 || source.bytes[start - 1] != 0x2E) && readFloat()
        if !isFloat { readInteger() }
        let text = source.text(start, at).filter { $0 != "_" }
        if !isFloat, text.utf8.count > Self.mostDigits, text.utf8.allSatisfy(isDecimal) {
            throw fail("an integer of \(text.utf8.count) digits; at most \(Self.mostDigits) are allowed", from: start)
        }
        add(isFloat ? .float : .integer, text, from: start)
    }

    /// Reads `1.5`, `1e5`, `1.5e-3`; a point needs a digit after it.
    private mutating func readFloat() -> Bool {
        var place = digits(at, isDecimal)
        var isFloat = false
        if byte(place) == 0x2E, let next = byte(place + 1), isDecimal(next) {
            place = digits(place + 1, isDecimal)
            isFloat = true
        }
        if let letter = byte(place), letter | 0x20 == 0x65 {
            var digit = place + 1
            if byte(digit) == 0x2B || byte(digit) == 0x2D { digit += 1 }
            if let first = byte(digit), isDecimal(first) {
                place = digits(digit, isDecimal)
                isFloat = true
            }
        }
        if isFloat { at = place }
        return isFloat
    }

    private mutating func readInteger() {
        let start = at
        if source.bytes[start] == 0x30, let letter = byte(start + 1) {
            let isDigit: ((UInt8) -> Bool)? =
                switch letter | 0x20 {
                case 0x62: { $0 == 0x30 || $0 == 0x31 }
                case 0x6F: { (0x30...0x37).contains($0) }
                case 0x78: { isDecimal($0) || (0x61...0x66).contains($0 | 0x20) }
                default: nil
                }
            if let isDigit {
                let first = byte(start + 2) == 0x5F ? start + 3 : start + 2
                if let digit = byte(first), isDigit(digit) {
                    at = digits(first, isDigit)
                    return
                }
            }
            at = digits(start, { $0 == 0x30 })
            return
        }
        at = digits(start, isDecimal)
    }

    /// The place after digits, which single underscores may separate.
    private func digits(_ start: Int, _ isDigit: (UInt8) -> Bool) -> Int {
        var place = start
        while let byte = byte(place) {
            if isDigit(byte) {
                place += 1
            } else if byte == 0x5F, let next = self.byte(place + 1), isDigit(next) {
                place += 2
            } else {
                break
            }
        }
        return place
    }
}

private func isDecimal(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
