import Text

/// Tells the type of a plain scalar from its form, as the resolver table of PyYAML (YAML 1.1) does.
///
/// Everything that matches no form is text. The patterns are quoted above the functions that stand for them.
enum ImplicitResolver {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// The tag of a plain scalar; the first byte decides which forms are tried.
    static func tag(of bytes: Bytes) -> Tag {
        guard let first = bytes.first else { return .null }
        switch first {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            return number(bytes) ?? (isTimestamp(bytes) ? .timestamp : .str)
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            return number(bytes) ?? .str
        case UInt8(ascii: "~"):
            return bytes.count == 1 ? .null : .str
        case UInt8(ascii: "<"):
            return isWord(bytes, "<<") ? .merge : .str
        case UInt8(ascii: "="):
            return bytes.count == 1 ? .value : .str
        default:
            return bytes.count <= 5 ? word(bytes, first: first) : .str
        }
    }

    /// `yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF` and `null|Null|NULL`.
    private static func word(_ bytes: Bytes, first: UInt8) -> Tag {
        let isBool: Bool
        switch first | 0x20 {
        case UInt8(ascii: "y"): isBool = isCased(bytes, "yes")
        case UInt8(ascii: "t"): isBool = isCased(bytes, "true")
        case UInt8(ascii: "f"): isBool = isCased(bytes, "false")
        case UInt8(ascii: "o"): isBool = isCased(bytes, "on") || isCased(bytes, "off")
        case UInt8(ascii: "n"):
            if isCased(bytes, "null") { return .null }
            isBool = isCased(bytes, "no")
        default: isBool = false
        }
        return isBool ? .bool : .str
    }

    private static func number(_ bytes: Bytes) -> Tag? {
        if isInteger(bytes) { return .int }
        return isFloat(bytes) ? .float : nil
    }

    /// `[-+]?0b[0-1_]+`, `[-+]?0[0-7_]+`, `[-+]?(?:0|[1-9][0-9_]*)`, `[-+]?0x[0-9a-fA-F_]+` and
    /// `[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+`.
    static func isInteger(_ bytes: Bytes) -> Bool {
        var scan = PatternScan(bytes: bytes)
        scan.skipSign()
        guard let first = scan.next, first.isDigit else { return false }
        guard first == UInt8(ascii: "0") else {
            scan.skipDigits()
            return scan.isAtEnd || (scan.skipSexagesimal() && scan.isAtEnd)
        }
        scan.index += 1
        if scan.isAtEnd { return true }
        if scan.skip("b") { return scan.rest { $0 == 48 || $0 == 49 } }
        if scan.skip("x") { return scan.rest { $0.hexadecimalDigit != nil } }
        return scan.rest { $0 >= 48 && $0 <= 55 }
    }

    /// `[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?`, `\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?`,
    /// `[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*`, `[-+]?\.(?:inf|Inf|INF)` and `\.(?:nan|NaN|NAN)`.
    static func isFloat(_ bytes: Bytes) -> Bool {
        var scan = PatternScan(bytes: bytes)
        let isSigned = scan.skipSign()
        if scan.next?.isDigit == true {
            scan.skipDigits()
            let isSexagesimal = scan.skipSexagesimal()
            guard scan.skip(".") else { return false }
            scan.skipDigits()
            return scan.isAtEnd || (!isSexagesimal && scan.skipExponent() && scan.isAtEnd)
        }
        guard scan.skip(".") else { return false }
        let word = Bytes(rebasing: bytes[scan.index...])
        if isWord(word, "inf") || isWord(word, "Inf") || isWord(word, "INF") { return true }
        guard !isSigned else { return false }
        if isWord(word, "nan") || isWord(word, "NaN") || isWord(word, "NAN") { return true }
        guard scan.next?.isDigit == true else { return false }
        scan.skipDigits()
        return scan.isAtEnd || (scan.skipExponent() && scan.isAtEnd)
    }

    private static func isTimestamp(_ bytes: Bytes) -> Bool {
        guard bytes.count >= 8, bytes[4] == UInt8(ascii: "-"), let pattern = TimestampPattern(bytes) else {
            return false
        }
        return pattern.isImplicit(length: bytes.count)
    }

    /// Whether a text is a word in lower case, in upper case, or with a capital.
    private static func isCased(_ bytes: Bytes, _ word: StaticString) -> Bool {
        guard bytes.count == word.utf8CodeUnitCount else { return false }
        let isUpper = bytes[0] & 0x20 == 0
        let restIsUpper = bytes[1] & 0x20 == 0
        guard isUpper || !restIsUpper else { return false }
        for index in bytes.indices {
            let mask: UInt8 = (index == 0 ? isUpper : restIsUpper) ? 0x20 : 0
            guard bytes[index] == word.utf8Start[index] & ~mask else { return false }
        }
        return true
    }

    private static func isWord(_ bytes: Bytes, _ word: StaticString) -> Bool {
        bytes.count == word.utf8CodeUnitCount && bytes.indices.allSatisfy { bytes[$0] == word.utf8Start[$0] }
    }
}

/// Walks over the parts that number patterns are made of.
private struct PatternScan {
    let bytes: UnsafeBufferPointer<UInt8>
    var index = 0

    var isAtEnd: Bool { index == bytes.count }

    var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    @discardableResult
    mutating func skipSign() -> Bool {
        skip("-") || skip("+")
    }

    /// Skips `[0-9_]*`.
    mutating func skipDigits() {
        while let byte = next, byte.isDigit || byte == UInt8(ascii: "_") { index += 1 }
    }

    /// Skips `(?::[0-5]?[0-9])+` and tells whether there was any.
    mutating func skipSexagesimal() -> Bool {
        let start = index
        while next == UInt8(ascii: ":"), index + 1 < bytes.count, bytes[index + 1].isDigit {
            let hasTwo = index + 2 < bytes.count && bytes[index + 2].isDigit && bytes[index + 1] <= UInt8(ascii: "5")
            index += hasTwo ? 3 : 2
        }
        return index > start
    }

    /// Skips `[eE][-+][0-9]+` and tells whether it was there.
    mutating func skipExponent() -> Bool {
        guard skip("e") || skip("E"), skipSign(), next?.isDigit == true else { return false }
        while next?.isDigit == true { index += 1 }
        return true
    }

    /// Whether one character or more is left, and all of them are underscores or satisfy a test.
    func rest(_ isMember: (UInt8) -> Bool) -> Bool {
        !isAtEnd && bytes[index...].allSatisfy { $0 == UInt8(ascii: "_") || isMember($0) }
    }
}
