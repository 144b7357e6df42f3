import Text

/// What a tag does not allow about a scalar.
struct ScalarFault: Error {
    let message: String
    let hint: String?

    init(_ message: String, hint: String? = nil) {
        self.message = message
        self.hint = hint
    }
}

/// Turns the text of a scalar into the value that its tag asks for, as the constructors of PyYAML do.
///
/// Plain scalars get here with a text that fits their tag. With a tag written out, any text can: then Python's own
/// conversions decide, so `!!int " 12"` is a number and `!!int x` is an error.
enum ScalarReader {
    private static let quoteHint = "if this is meant as a string, put it in quotes"

    /// The value of a text under a tag, which must be one of the scalar tags.
    static func value(of text: String, tag: Tag) throws(ScalarFault) -> YAMLValue {
        switch tag {
        case .null: return .null
        case .bool: return .bool(try bool(text))
        case .int: return .int(try IntegerReader.integer(text))
        case .float: return .float(try float(text))
        case .timestamp: return .timestamp(try timestamp(text))
        case .binary: return .binary(try binary(text))
        default: return .string(text)
        }
    }

    /// Decodes `!!binary` as Python's `base64.decodebytes` does.
    private static func binary(_ text: String) throws(ScalarFault) -> [UInt8] {
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
            throw ScalarFault("base64 data may hold ASCII characters only")
        }
        do { return try Base64.decode(text) } catch {
            throw ScalarFault("base64 data is incomplete", hint: "check its padding")
        }
    }

    private static func bool(_ text: String) throws(ScalarFault) -> Bool {
        switch text.lowercased() {
        case "yes", "true", "on": return true
        case "no", "false", "off": return false
        default: throw ScalarFault("'\(text)' is not a boolean", hint: "write true or false")
        }
    }

    private static func float(_ text: String) throws(ScalarFault) -> Double {
        var body = text.lowercased().filter { $0 != "_" }[...]
        let isNegative = body.first == "-"
        if isNegative || body.first == "+" { body = body.dropFirst() }
        let magnitude: Double?
        switch body {
        case ".inf": magnitude = .infinity
        case ".nan": magnitude = .nan
        default: magnitude = body.contains(":") ? sexagesimal(body) : decimal(body)
        }
        guard let magnitude else { throw ScalarFault("could not convert text to a number: '\(text)'") }
        return isNegative ? -magnitude : magnitude
    }

    /// Digits to the base 60, such as `190:20:30.15`, added up from the right as the reference does.
    private static func sexagesimal(_ text: Substring) -> Double? {
        var sum = 0.0
        var base = 1.0
        for part in text.split(separator: ":", omittingEmptySubsequences: false).reversed() {
            guard let digit = decimal(part) else { return nil }
            sum += digit * base
            base *= 60
        }
        return sum
    }

    /// A number as Python's `float` reads it: blanks around it are skipped, hexadecimal is not known.
    private static func decimal(_ text: Substring) -> Double? {
        let digits = text.trimmed
        guard !digits.utf8.contains(where: { $0 == UInt8(ascii: "x") || $0 == UInt8(ascii: "(") }) else { return nil }
        return Double(digits)
    }

    private static func timestamp(_ text: String) throws(ScalarFault) -> YAMLTimestamp {
        let bytes = Array(text.utf8)
        guard let parts = bytes.withUnsafeBufferPointer({ TimestampPattern($0) }) else {
            throw ScalarFault("'\(text)' is not a date", hint: "write it as 2020-01-31 or 2020-01-31T10:00:00Z")
        }
        do throws(ScalarFault) {
            return try TimestampReader.timestamp(parts, text: text)
        } catch {
            throw ScalarFault(error.message, hint: quoteHint)
        }
    }
}

extension Substring {
    /// The text without the ASCII blanks and breaks around it.
    var trimmed: Substring {
        let isSpace = { (scalar: Unicode.Scalar) in scalar == " " || (scalar.value >= 9 && scalar.value <= 13) }
        return Substring(unicodeScalars.trimmed(while: isSpace))
    }
}
