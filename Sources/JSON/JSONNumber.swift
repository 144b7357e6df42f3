/// Number texts: their grammar, their value, and the form they have on the wire.
package enum JSONNumber {
    /// What one pass over a number's bytes tells.
    struct Scan {
        var stop: UnsafePointer<UInt8>
        var isValid: Bool
        var isInteger: Bool
        /// The bytes surely are the wire form already.
        var isRegular: Bool
    }

    /// What a closer look at a number tells.
    enum Verdict { case regular, irregular, refused }

    /// Reads a number's bytes by the grammar of JSON.
    @inline(__always)
    static func scan(_ start: UnsafePointer<UInt8>) -> Scan {
        var at = start
        if at.pointee == 0x2D { at += 1 }
        let first = at
        while at.pointee &- 0x30 < 10 { at += 1 }
        let digits = at - first
        guard digits > 0, digits == 1 || first.pointee != 0x30 else {
            return Scan(stop: at, isValid: false, isInteger: true, isRegular: false)
        }
        if at.pointee != 0x2E && at.pointee | 0x20 != 0x65 {
            let isMinusZero = first > start && first.pointee == 0x30
            return Scan(stop: at, isValid: true, isInteger: true, isRegular: digits < 19 && !isMinusZero)
        }
        return scanRest(at, first: first, digits: digits)
    }

    private static func scanRest(_ start: UnsafePointer<UInt8>, first: UnsafePointer<UInt8>, digits: Int) -> Scan {
        var at = start
        var isRegular = true
        if at.pointee == 0x2E {
            at += 1
            let fraction = at
            while at.pointee &- 0x30 < 10 { at += 1 }
            let decimals = at - fraction
            guard decimals > 0 else { return Scan(stop: at, isValid: false, isInteger: false, isRegular: false) }
            // Up to 15 digits survive a round trip through a double, so the shortest form is the text itself, unless it
            // ends in a superfluous zero or is so small that the wire form has an exponent.
            let isTrimmed = decimals == 1 || at[-1] != 0x30
            let isTiny = first.pointee == 0x30 && decimals > 4 && Self.startsWithFourZeros(fraction)
            isRegular = digits + decimals <= 15 && isTrimmed && !isTiny
        }
        if at.pointee | 0x20 == 0x65 {
            isRegular = false
            at += 1
            if at.pointee == 0x2B || at.pointee == 0x2D { at += 1 }
            let exponent = at
            while at.pointee &- 0x30 < 10 { at += 1 }
            guard at > exponent else { return Scan(stop: at, isValid: false, isInteger: false, isRegular: false) }
        }
        return Scan(stop: at, isValid: true, isInteger: false, isRegular: isRegular)
    }

    private static func startsWithFourZeros(_ at: UnsafePointer<UInt8>) -> Bool {
        at[0] == 0x30 && at[1] == 0x30 && at[2] == 0x30 && at[3] == 0x30
    }

    /// The most digits an integer may have, as Python's `int` takes them.
    private static let digitLimit = 4300

    /// Decides about a number that the fast pass could not call regular.
    static func examine(_ start: UnsafePointer<UInt8>, _ scan: Scan, isStrict: Bool) -> Verdict {
        if scan.isInteger {
            if isMinusZero(start, scan.stop) { return .irregular }
            let digits = scan.stop - start - (start.pointee == 0x2D ? 1 : 0)
            return digits > digitLimit ? .refused : .regular
        }
        let text = text(start, scan.stop)
        let number = Double(text) ?? .infinity
        guard number.isFinite else { return isStrict ? .refused : .irregular }
        return wireText(number) == text ? .regular : .irregular
    }

    /// Whether a checked integer is `-0`, which is written without its sign.
    static func isMinusZero(_ start: UnsafePointer<UInt8>, _ stop: UnsafePointer<UInt8>) -> Bool {
        stop - start == 2 && start[0] == 0x2D && start[1] == 0x30
    }

    static func text(_ start: UnsafePointer<UInt8>, _ stop: UnsafePointer<UInt8>) -> String {
        String(decoding: UnsafeBufferPointer(start: start, count: stop - start), as: UTF8.self)
    }

    /// The value of a checked number text.
    static func value(_ text: String, kind: JSONKind) -> JSONValue {
        if kind == .integer {
            if let number = Int(text) { return .integer(number) }
            return .bigInteger(text)
        }
        switch text {
        case "NaN": return .double(.nan)
        case "Infinity": return .double(.infinity)
        case "-Infinity": return .double(-.infinity)
        default: return .double(Double(text) ?? (text.hasPrefix("-") ? -.infinity : .infinity))
        }
    }

    /// A double as it is written on the wire: shortest digits that read back the same, plain from 1e-5 up to below 1e16,
    /// with an exponent elsewhere; `null` for NaN and infinities.
    package static func wireText(_ number: Double) -> String {
        guard number.isFinite else { return "null" }
        // What Swift prints without an exponent has the wire's form, but it continues for longer.
        let text = number.description
        if number.magnitude < 1e16 && !text.utf8.contains(0x65) { return text }
        return layOut(number, plainDownTo: -5, exponentDigits: 1)
    }

    /// A double as Python's `repr` prints it: plain from 1e-4 up to below 1e16, exponents of two digits at least.
    package static func pythonText(_ number: Double) -> String {
        if number.isNaN { return "nan" }
        if number.isInfinite { return number < 0 ? "-inf" : "inf" }
        return layOut(number, plainDownTo: -4, exponentDigits: 2)
    }

    private static func layOut(_ number: Double, plainDownTo lowest: Int, exponentDigits: Int) -> String {
        let (digits, point) = shortestDigits(number.magnitude)
        let sign = number.sign == .minus ? "-" : ""
        let exponent = point - 1
        if exponent >= lowest && exponent < 16 {
            if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
            if digits.count <= point {
                return sign + digits + String(repeating: "0", count: point - digits.count) + ".0"
            }
            return sign + digits.prefix(point) + "." + digits.dropFirst(point)
        }
        let mantissa = digits.count == 1 ? digits : digits.prefix(1) + "." + digits.dropFirst(1)
        let power = String(exponent.magnitude)
        let padding = String(repeating: "0", count: max(0, exponentDigits - power.count))
        return sign + mantissa + "e" + (exponent < 0 ? "-" : "+") + padding + power
    }

    /// The shortest digits of a finite number, and how many of them stand before the decimal point (may be negative).
    private static func shortestDigits(_ number: Double) -> (digits: String, point: Int) {
        guard number != 0 else { return ("0", 1) }
        var mantissa = Substring(number.description)
        var exponent = 0
        if let mark = mantissa.firstIndex(of: "e") {
            exponent = Int(mantissa[mantissa.index(after: mark)...]) ?? 0
            mantissa = mantissa[..<mark]
        }
        let dot = mantissa.firstIndex(of: ".") ?? mantissa.endIndex
        let whole = mantissa[..<dot]
        let fraction = dot < mantissa.endIndex ? mantissa[mantissa.index(after: dot)...] : ""
        let all = whole + fraction
        let leading = all.prefix { $0 == "0" }.count
        var digits = String(all.dropFirst(leading))
        while digits.last == "0" { digits.removeLast() }
        return (digits, whole.count - leading + exponent)
    }
}
