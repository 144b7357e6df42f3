import Text

/// What stands after the colon of a field: fill, alignment, sign, width, grouping, precision and type.
struct FormatSpecification {
    private var fill = " "
    private var alignment: Unicode.Scalar?
    private var sign: Unicode.Scalar = "-"
    private var isAlternate = false
    private var width = 0
    private var grouping: String?
    private var precision: Int?
    private var letter: Unicode.Scalar?
    private let text: String

    init(_ text: String) throws(TemplateError) {
        self.text = text
        var rest = text.unicodeScalars[...]
        readAlignment(&rest)
        if let first = rest.first, "+- ".unicodeScalars.contains(first) { sign = rest.removeFirst() }
        if rest.first == "#" {
            isAlternate = true
            rest.removeFirst()
        }
        if rest.first == "0" {
            rest.removeFirst()
            if alignment == nil { (fill, alignment) = ("0", "=") }
        }
        width = Self.count(&rest) ?? 0
        if let first = rest.first, first == "," || first == "_" {
            grouping = String(first)
            rest.removeFirst()
        }
        if rest.first == "." {
            rest.removeFirst()
            guard let digits = Self.count(&rest) else { throw .value("Format specifier missing precision") }
            precision = digits
        }
        letter = rest.popFirst()
        guard rest.isEmpty else { throw .value("Invalid format specifier") }
    }

    private mutating func readAlignment(_ rest: inout Substring.UnicodeScalarView) {
        let marks = "<>=^".unicodeScalars
        if let second = rest.dropFirst().first, marks.contains(second), let first = rest.first {
            fill = String(first)
            alignment = second
            rest = rest.dropFirst(2)
        } else if let first = rest.first, marks.contains(first) {
            alignment = first
            rest.removeFirst()
        }
    }

    private static func count(_ rest: inout Substring.UnicodeScalarView) -> Int? {
        var number: Int?
        while let digit = rest.first, ("0"..."9").contains(digit) {
            number = NumberFormat.count(digit, after: number)
            rest.removeFirst()
        }
        return number
    }

    func format(_ value: Value) throws(TemplateError) -> String {
        switch value.opened {
        case .string(let text):
            guard letter == nil || letter == "s" else { throw unknown(value) }
            let cut = precision.map { String(text.unicodeScalars.prefix($0)) } ?? text
            return try padded(cut, standard: "<")
        case .bool where letter == nil && text.isEmpty: return value.pythonText
        case .int, .big, .double, .bool: return try numeric(value)
        case .undefined: return ""
        default:
            guard text.isEmpty else {
                throw .type("unsupported format string passed to \(value.typeName).__format__")
            }
            return value.pythonText
        }
    }

    private func unknown(_ value: Value) -> TemplateError {
        .value("Unknown format code '\(letter.map { String($0) } ?? "")' for object of type '\(value.typeName)'")
    }

    private func numeric(_ value: Value) throws(TemplateError) -> String {
        guard let number = value.number else { throw unknown(value) }
        var body: String
        switch letter {
        case nil:
            if case .double(let double) = number {
                let plain = Value.double(double).pythonText
                body = if let precision { try Self.general(double, precision) } else { plain }
            } else {
                body = try NumberFormat.whole(number, "d")
            }
        case "d", "x", "X", "o", "b", "n":
            guard number.bigInteger != nil else { throw unknown(value) }
            body = try NumberFormat.whole(number, letter ?? "d", isAlternate: isAlternate)
        case "e", "E", "f", "F", "g", "G":
            body = try NumberFormat.decimal(number.double(), letter ?? "f", precision ?? 6)
        case "%": body = try NumberFormat.decimal(number.double() * 100, "f", precision ?? 6) + "%"
        case "c":
            body = number.bigInteger?.small.flatMap { Unicode.Scalar(UInt32(clamping: $0)) }.map { String($0) } ?? ""
        default: throw unknown(value)
        }
        if let grouping { body = Self.grouped(body, grouping) }
        if sign != "-", !body.hasPrefix("-") { body = String(sign) + body }
        return try padded(body, standard: ">")
    }

    private static func general(_ number: Double, _ precision: Int) throws(TemplateError) -> String {
        let text = try NumberFormat.decimal(number, "g", precision)
        return text.contains(".") || text.contains("e") || !number.isFinite ? text : text + ".0"
    }

    private static func grouped(_ text: String, _ mark: String) -> String {
        let start = text.hasPrefix("-") ? text.prefix(1) : ""
        let body = text.dropFirst(start.count)
        let whole = body.prefix { $0.isNumber }
        var result = ""
        for (place, digit) in whole.enumerated() {
            if place > 0, (whole.count - place) % 3 == 0 { result += mark }
            result.append(digit)
        }
        return start + result + body.dropFirst(whole.count)
    }

    private func padded(_ text: String, standard: Unicode.Scalar) throws(TemplateError) -> String {
        let missing = max(0, width - text.unicodeScalars.count)
        try SizeLimit.checkText(fill.utf8.count, times: missing)
        func filling(_ count: Int) -> String { String(repeating: fill, count: count) }
        switch alignment ?? standard {
        case "<": return text + filling(missing)
        case "^": return filling(missing / 2) + text + filling(missing - missing / 2)
        case "=":
            let start = NumberFormat.digits(of: text, isAlternate: isAlternate)
            return text[..<start] + filling(missing) + text[start...]
        default: return filling(missing) + text
        }
    }
}
