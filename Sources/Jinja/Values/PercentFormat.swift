import Text

/// Python's `text % values`.
enum PercentFormat {
    /// One conversion such as `%(name)-5.2f`.
    private struct Directive {
        var key: String?
        var isLeft = false
        var isZeroFilled = false
        var plus: String?
        var isAlternate = false
        var width: Int?
        var precision: Int?
        var letter: Unicode.Scalar = "s"
    }

    /// The text with its conversions filled in from a tuple, a mapping, or one value.
    static func apply(_ format: String, _ values: Value) throws(TemplateError) -> String {
        var reader = Reader(scalars: Array(format.unicodeScalars), values: values)
        return try reader.run()
    }

    private struct Reader {
        let scalars: [Unicode.Scalar]
        let values: Value
        var at = 0
        var used = 0
        var usesKeys = false

        mutating func run() throws(TemplateError) -> String {
            var result = ""
            while at < scalars.count {
                let scalar = scalars[at]
                at += 1
                guard scalar == "%" else {
                    result.unicodeScalars.append(scalar)
                    continue
                }
                result += try conversion()
                try SizeLimit.checkText(result.utf8.count)
            }
            try checkAllUsed()
            return result
        }

        private func checkAllUsed() throws(TemplateError) {
            guard !usesKeys else { return }
            switch values.opened {
            case .tuple(let elements) where used < elements.count:
                throw .type("not all arguments converted during string formatting")
            case .tuple, .dict, .list, .undefined: return
            case .object(let object) where object.isMapping: return
            default:
                if used == 0 { throw .type("not all arguments converted during string formatting") }
            }
        }

        private mutating func conversion() throws(TemplateError) -> String {
            var directive = Directive()
            if peek == "(" { directive.key = try key() }
            readFlags(&directive)
            directive.width = try count()
            if let width = directive.width, width < 0 {
                directive.isLeft = true
                directive.width = -width
            }
            if peek == "." {
                at += 1
                directive.precision = max(0, try count() ?? 0)
            }
            while let letter = peek, ["h", "l", "L"].contains(letter) { at += 1 }
            guard let letter = peek else { throw .value("incomplete format") }
            at += 1
            directive.letter = letter
            if letter == "%" { return "%" }
            return try PercentFormat.text(directive, try argument(directive.key), at - 1)
        }

        private var peek: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

        private mutating func key() throws(TemplateError) -> String {
            var depth = 0
            let start = at + 1
            while let scalar = peek {
                at += 1
                if scalar == "(" { depth += 1 }
                if scalar == ")" {
                    depth -= 1
                    if depth == 0 {
                        var key = String.UnicodeScalarView()
                        key.append(contentsOf: scalars[start..<(at - 1)])
                        return String(key)
                    }
                }
            }
            throw .value("incomplete format key")
        }

        private mutating func readFlags(_ directive: inout Directive) {
            while let flag = peek {
                switch flag {
                case "-": directive.isLeft = true
                case "0": directive.isZeroFilled = true
                case "+": directive.plus = "+"
                case " ": directive.plus = directive.plus ?? " "
                case "#": directive.isAlternate = true
                default: return
                }
                at += 1
            }
        }

        private mutating func count() throws(TemplateError) -> Int? {
            if peek == "*" {
                at += 1
                guard let number = try argument(nil).index else { throw .type("* wants int") }
                return min(max(number, -NumberFormat.largestCount), NumberFormat.largestCount)
            }
            var number: Int?
            while let digit = peek, ("0"..."9").contains(digit) {
                number = NumberFormat.count(digit, after: number)
                at += 1
            }
            return number
        }

        private mutating func argument(_ key: String?) throws(TemplateError) -> Value {
            if let key {
                usesKeys = true
                guard values.isMapping else { throw .type("format requires a mapping") }
                guard let value = values.item(.string(key)) else {
                    throw TemplateError(.key, PythonText.repr(key))
                }
                return value
            }
            if case .tuple(let elements) = values {
                guard used < elements.count else { throw .type("not enough arguments for format string") }
                used += 1
                return elements[used - 1]
            }
            guard used == 0 else { throw .type("not enough arguments for format string") }
            used = 1
            return values
        }
    }

    private static func text(_ directive: Directive, _ value: Value, _ place: Int) throws(TemplateError) -> String {
        var body: String
        switch directive.letter {
        case "s": body = cut(try value.wholeText, directive)
        case "r", "a": body = cut(value.represented, directive)
        case "c":
            guard
                let text = value.text ?? value.index.flatMap({ Unicode.Scalar(UInt32(clamping: $0)) }).map(String.init),
                text.unicodeScalars.count == 1
            else { throw .type("%c requires int or char") }
            body = text
        case "d", "i", "u", "x", "X", "o", "e", "E", "f", "F", "g", "G":
            return try numeric(directive, value)
        default:
            throw .value(
                "unsupported format character '\(directive.letter)' "
                    + "(0x\(String(directive.letter.value, radix: 16))) at index \(place)"
            )
        }
        return try padded(body, directive, zeros: false)
    }

    private static func cut(_ text: String, _ directive: Directive) -> String {
        guard let precision = directive.precision else { return text }
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: text.unicodeScalars.prefix(precision))
        return String(scalars)
    }

    private static func padded(
        _ text: String,
        _ directive: Directive,
        zeros: Bool
    ) throws(TemplateError) -> String {
        let missing = max(0, (directive.width ?? 0) - text.unicodeScalars.count)
        if missing == 0 { return text }
        try SizeLimit.checkText(1, times: missing)
        if directive.isLeft { return text + String(repeating: " ", count: missing) }
        if zeros { return try NumberFormat.padded(text, zeros: missing, isAlternate: directive.isAlternate) }
        return String(repeating: " ", count: missing) + text
    }

    private static func numeric(_ directive: Directive, _ value: Value) throws(TemplateError) -> String {
        if case .undefined(let missing) = value { throw missing.error }
        let isWhole = "diuxXo".unicodeScalars.contains(directive.letter)
        guard let number = value.number else {
            let wanted = isWhole ? "a real number is required" : "must be real number"
            throw .type("%\(directive.letter) format: \(wanted), not \(value.typeName)")
        }
        var body: String
        if isWhole {
            body = try NumberFormat.whole(
                number,
                directive.letter,
                isAlternate: directive.isAlternate,
                precision: directive.precision ?? 0
            )
        } else {
            body = try NumberFormat.decimal(try number.double(), directive.letter, directive.precision ?? 6)
        }
        if let plus = directive.plus, !body.hasPrefix("-") { body = plus + body }
        return try padded(body, directive, zeros: directive.isZeroFilled)
    }
}
