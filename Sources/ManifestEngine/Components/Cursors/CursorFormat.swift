import Dates
import JSON

/// How cursor values are read and written: read by the first format that fits, written in the last.
struct CursorFormat: Sendable {
    /// The format of slices and state; also tried last for reading.
    let output: DateFormat
    private let inputs: [DateFormat]
    private let order: CursorTextOrder

    init(output: String, inputs: [String] = []) {
        self.output = DateFormat(output)
        self.inputs = (inputs + [output]).map { DateFormat($0) }
        order = CursorTextOrder(output)
    }

    /// The formats in the order they are tried.
    var patterns: [String] { inputs.map(\.pattern) }

    /// Reads a value of a record or a state; nil when no format fits.
    @inline(__always)
    func read(_ value: JSONValue) -> CursorInstant? {
        switch value {
        case .view(let view): if let found = view.withPlainString({ read(utf8: $0) }) { return found }
        case .string(let text): return read(text)
        default: break
        }
        return readSlowly(value)
    }

    @inline(__always)
    private func read(utf8 bytes: UnsafeBufferPointer<UInt8>) -> CursorInstant? {
        // In place, as a loop over the array would copy each format.
        inputs.withUnsafeBufferPointer { formats in
            for place in formats.indices {
                if let moment = formats[place].parse(utf8: bytes) { return CursorInstant(moment) }
            }
            return nil
        }
    }

    private func readSlowly(_ value: JSONValue) -> CursorInstant? {
        for format in inputs {
            let moment: DateTime?
            switch value.opened {
            case .string(var text): moment = text.withUTF8 { format.parse(utf8: $0) }
            case .integer(let number): moment = try? format.parse(number)
            case .double(let number): moment = try? format.parse(number)
            default: moment = nil
            }
            if let moment { return CursorInstant(moment) }
        }
        return nil
    }

    /// Reads a string; nil when no format fits.
    func read(_ text: String) -> CursorInstant? {
        var text = text
        return text.withUTF8 { read(utf8: $0) }
    }

    /// Writes a value for a slice or a state.
    func text(_ instant: CursorInstant) -> String { output.format(instant.moment) }

    /// Whether a value's text comes after another value's text, compared code point by code point.
    ///
    /// Where the format makes the strings sort by time, no string is made; of two values with the same string either may
    /// count as the later one.
    @inline(__always)
    func isText(of new: CursorInstant, after old: CursorInstant) -> Bool {
        if order.isByClock(new.moment, old.moment) {
            return new.moment.wallMicroseconds > old.moment.wallMicroseconds
        }
        return Self.isText(text(new), after: text(old))
    }

    /// Whether a string comes after another, compared code point by code point.
    static func isText(_ new: String, after old: String) -> Bool {
        old.utf8.lexicographicallyPrecedes(new.utf8)
    }
}

/// Whether the strings of a date format sort like the wall clock times they mean.
struct CursorTextOrder: Sendable {
    private enum Kind: Sendable {
        case byClock, bySeconds, unknown
    }

    private let kind: Kind

    /// Between these years in UTC, counts of seconds, milliseconds and microseconds keep their number of digits.
    private static let steadyCounts = Int64(1_000_000_000_000_000)..<9_999_999_999_000_000

    init(_ pattern: String) {
        switch pattern {
        case "%s", "%s_as_float", "%ms", "%epoch_microseconds": kind = .bySeconds
        default: kind = Self.isByClock(pattern) ? .byClock : .unknown
        }
    }

    /// Whether the pattern names year, month, day, hour, minute, second and fraction in this order, leaving none out
    /// between the first and the last.
    private static func isByClock(_ pattern: String) -> Bool {
        var wanted = Array("YmdHMSf".utf8)[...]
        var rest = Array(pattern.utf8)[...]
        var (isAfterDirective, hasRun) = (false, false)
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                isAfterDirective = false
                continue
            }
            hasRun = hasRun || isAfterDirective
            if rest.starts(with: "_ms".utf8) {
                // Milliseconds replace the microseconds' six digits wherever those stand, so no other
                // directives may form such a run.
                guard wanted == [UInt8(ascii: "f")], !hasRun else { return false }
                rest = rest.dropFirst(3)
                wanted = []
            } else if rest.first == UInt8(ascii: "z") || rest.first == UInt8(ascii: "Z") {
                rest = rest.dropFirst()
            } else {
                guard let directive = rest.popFirst(), directive == wanted.popFirst() else { return false }
                isAfterDirective = true
            }
        }
        return wanted.first != UInt8(ascii: "Y")
    }

    /// Whether two values' strings sort like their wall clocks.
    @inline(__always)
    func isByClock(_ one: DateTime, _ other: DateTime) -> Bool {
        guard kind != .unknown, one.offset == other.offset else { return false }
        if kind == .byClock { return true }
        return Self.steadyCounts.contains(one.microsecondsSinceEpoch)
            && Self.steadyCounts.contains(other.microsecondsSinceEpoch)
    }
}
