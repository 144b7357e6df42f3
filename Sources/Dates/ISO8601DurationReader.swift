/// Reads the amounts of an ISO 8601 duration from bytes.
struct ISO8601DurationReader {
    /// The amount of each unit, 0 where the text has none.
    struct Amounts {
        var isNegative = false
        var years = 0.0
        var months = 0.0
        var weeks = 0.0
        var days = 0.0
        var hours = 0.0
        var minutes = 0.0
        var seconds = 0.0
    }

    private var rest: ArraySlice<UInt8>

    /// Reads the amounts; nil when the text is not a duration.
    ///
    /// One line end after the text is allowed.
    static func amounts(_ bytes: [UInt8]) -> Amounts? {
        var reader = ISO8601DurationReader(rest: bytes[...])
        if bytes.last == UInt8(ascii: "\n") { reader.rest.removeLast() }
        return reader.read()
    }

    /// Reads sign, `P` and units to the end.
    private mutating func read() -> Amounts? {
        var amounts = Amounts()
        amounts.isNegative = skip(UInt8(ascii: "-"))
        if !amounts.isNegative { _ = skip(UInt8(ascii: "+")) }
        guard skip(UInt8(ascii: "P")), !rest.isEmpty else { return nil }
        let dateUnits: [(UInt8, WritableKeyPath<Amounts, Double>)] = [
            (UInt8(ascii: "Y"), \.years), (UInt8(ascii: "M"), \.months), (UInt8(ascii: "W"), \.weeks),
            (UInt8(ascii: "D"), \.days),
        ]
        for (unit, path) in dateUnits { amounts[keyPath: path] = amount(of: unit) ?? 0 }
        if skip(UInt8(ascii: "T")) {
            let timeUnits: [(UInt8, WritableKeyPath<Amounts, Double>)] = [
                (UInt8(ascii: "H"), \.hours), (UInt8(ascii: "M"), \.minutes), (UInt8(ascii: "S"), \.seconds),
            ]
            for (unit, path) in timeUnits { amounts[keyPath: path] = amount(of: unit) ?? 0 }
        }
        return rest.isEmpty ? amounts : nil
    }

    /// Drops a byte when it comes next.
    private mutating func skip(_ byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest.removeFirst()
        return true
    }

    /// Reads a number when this unit follows it; leaves the text alone otherwise.
    private mutating func amount(of unit: UInt8) -> Double? {
        let whole = rest.prefix(while: \.isDigit)
        guard !whole.isEmpty else { return nil }
        var after = rest[whole.endIndex...]
        var text = String(decoding: whole, as: UTF8.self)
        if let mark = after.first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",") {
            let fraction = after.dropFirst().prefix(while: \.isDigit)
            guard !fraction.isEmpty else { return nil }
            text += "." + String(decoding: fraction, as: UTF8.self)
            after = after[fraction.endIndex...]
        }
        guard after.first == unit, let value = Double(text) else { return nil }
        rest = after.dropFirst()
        return value
    }
}
