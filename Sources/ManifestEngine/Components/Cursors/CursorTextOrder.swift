import Dates

/// Whether the texts of a date format sort like the wall clock they stand for.
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
                // Milliseconds take the place of the microseconds' six digits wherever those stand, so no other
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

    /// Whether two values' texts sort like their wall clocks.
    @inline(__always)
    func isByClock(_ one: DateTime, _ other: DateTime) -> Bool {
        guard kind != .unknown, one.offset == other.offset else { return false }
        if kind == .byClock { return true }
        return Self.steadyCounts.contains(one.microsecondsSinceEpoch)
            && Self.steadyCounts.contains(other.microsecondsSinceEpoch)
    }
}
