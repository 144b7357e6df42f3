/// A distance from UTC as it was read by `%z`, not yet checked.
struct ReadOffset: Hashable {
    /// Where it begins in the text.
    var start: Int
    /// Its size in seconds, without the sign.
    var seconds = 0
    /// The fraction of its last second in microseconds.
    var microseconds: Int64 = 0
    /// Whether it lies west of UTC.
    var isNegative = false
    /// Whether the colon before the seconds is there while the one before the minutes is not, or the reverse.
    var hasUnevenColons = false
    /// Whether the colon before the minutes is there.
    var hasColon = false

    /// The signed distance in microseconds.
    var total: Int64 {
        let size = Int64(seconds) * 1_000_000 + microseconds
        return isNegative ? -size : size
    }
}

/// Matches a signed distance from UTC: `+HHMM`, `+HH:MM`, maybe seconds, maybe a fraction of them.
struct OffsetMatcher {
    /// The text.
    let bytes: UnsafeBufferPointer<UInt8>
    /// The most bytes a match may take.
    let limit: Int
    /// What was read.
    private(set) var offset = ReadOffset(start: 0)

    /// Prepares to match.
    @inline(__always)
    init(bytes: UnsafeBufferPointer<UInt8>, limit: Int) {
        self.bytes = bytes
        self.limit = limit
    }

    /// Matches the longest distance that fits the limit; returns its end, or -1.
    @inline(__always)
    mutating func match(at start: Int) -> Int {
        let sign = bytes[start]
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return -1 }
        let hours = twoDigits(at: start + 1, greatest: 99)
        guard hours >= 0 else { return -1 }
        let hasColon = start + 3 < bytes.count && bytes[start + 3] == UInt8(ascii: ":")
        let minutePlace = start + (hasColon ? 4 : 3)
        let minutes = twoDigits(at: minutePlace, greatest: 59)
        guard minutes >= 0, minutePlace + 2 - start <= limit else { return -1 }
        offset = ReadOffset(start: start, seconds: (hours * 60 + minutes) * 60)
        offset.isNegative = sign == UInt8(ascii: "-")
        offset.hasColon = hasColon
        return minutePlace + 2 < bytes.count ? takeSeconds(at: minutePlace + 2) : minutePlace + 2
    }

    /// Matches seconds and their fraction when they are there; returns the end either way.
    private mutating func takeSeconds(at place: Int) -> Int {
        let hasColon = bytes[place] == UInt8(ascii: ":")
        let secondPlace = hasColon ? place + 1 : place
        let seconds = twoDigits(at: secondPlace, greatest: 59)
        guard seconds >= 0, secondPlace + 2 - offset.start <= limit else { return place }
        offset.seconds += seconds
        offset.hasUnevenColons = hasColon != offset.hasColon
        return takeFraction(at: secondPlace + 2)
    }

    /// Matches a point and up to six digits when they are there; returns the end either way.
    private mutating func takeFraction(at place: Int) -> Int {
        guard place < bytes.count, bytes[place] == UInt8(ascii: ".") else { return place }
        var end = place + 1
        var unit: Int64 = 100_000
        var value: Int64 = 0
        while end < bytes.count, end - place <= 6, end - offset.start < limit, bytes[end].isDigit {
            value += Int64(bytes[end] & 15) * unit
            unit /= 10
            end += 1
        }
        guard end > place + 1 else { return place }
        offset.microseconds = value
        return end
    }

    /// Reads two digits up to a value, or gives -1.
    @inline(__always)
    private func twoDigits(at place: Int, greatest: Int) -> Int {
        guard place + 1 < bytes.count, bytes[place].isDigit, bytes[place + 1].isDigit else { return -1 }
        let value = Int(bytes[place] & 15) &* 10 &+ Int(bytes[place + 1] & 15)
        return value <= greatest ? value : -1
    }
}
