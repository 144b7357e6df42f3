extension StrptimeMatcher {
    /// Matches the steps that few formats use; see `take`.
    @inline(never)
    mutating func takeRare(_ step: StrptimeStep, at position: Int, atMost limit: Int) -> Int {
        switch step {
        case .space: return takeSpace(at: position, atMost: limit)
        case .wideLetter(let letter): return takeWideLetter(letter, at: position)
        case .shortYear:
            return takeDigits(2, 0...99, at: position, atMost: limit) { $0.year = $1 <= 68 ? 2000 + $1 : 1900 + $1 }
        case .isoYear: return takeDigits(4, 0...9999, at: position, atMost: limit) { $0.isoYear = $1 }
        case .weekday: return takeDigits(1, 0...6, at: position, atMost: limit) { $0.weekday = ($1 + 6) % 7 }
        case .isoWeekday: return takeDigits(1, 1...7, at: position, atMost: limit) { $0.weekday = $1 - 1 }
        case .dayOfYear:
            for width in [3, 2, 1] {
                let end = takeDigits(width, 1...366, at: position, atMost: limit) { $0.dayOfYear = $1 }
                if end >= 0 { return end }
            }
            return -1
        case .weekdayName(let length):
            return takeName(DateNames.weekdays, length, at: position, atMost: limit) { $0.weekday = $1 }
        case .monthName(let length):
            return takeName(DateNames.months, length, at: position, atMost: limit) { $0.month = $1 + 1 }
        case .halfDay:
            return takeName(["am", "pm"], 0, at: position, atMost: limit) { $0.isAfternoon = $1 == 1 }
        case .zoneName: return takeZoneName(at: position, atMost: limit)
        default: return -1
        }
    }

    /// Matches as much white space as there is.
    private func takeSpace(at position: Int, atMost limit: Int) -> Int {
        var end = position
        while true {
            let width = Self.spaceWidth(bytes, at: end)
            if width == 0 || end + width - position > limit { break }
            end += width
        }
        return end > position ? end : -1
    }

    /// Matches a non-ASCII letter in either case.
    private func takeWideLetter(_ letter: UInt32, at position: Int) -> Int {
        let rest = String(decoding: bytes[min(position, bytes.count)...].prefix(4), as: UTF8.self)
        guard let found = rest.unicodeScalars.first else { return -1 }
        let small = found.properties.lowercaseMapping.unicodeScalars
        return small.count == 1 && small.first?.value == letter ? position + found.utf8.count : -1
    }

    /// Matches exactly `count` digits whose value lies in a range.
    private mutating func takeDigits(
        _ count: Int,
        _ range: ClosedRange<Int>,
        at position: Int,
        atMost limit: Int,
        store: (inout StrptimeFields, Int) -> Void
    ) -> Int {
        guard position + count <= bytes.count, limit >= count else { return -1 }
        var value = 0
        for byte in bytes[position..<position + count] {
            guard byte.isDigit else { return -1 }
            value = value * 10 + Int(byte & 15)
        }
        guard range.contains(value) else { return -1 }
        store(&fields, value)
        return position + count
    }

    /// Matches one of some names, or their first `length` letters, in any case.
    private mutating func takeName(
        _ names: [StaticString],
        _ length: UInt8,
        at position: Int,
        atMost limit: Int,
        store: (inout StrptimeFields, Int) -> Void
    ) -> Int {
        for (index, name) in names.enumerated() {
            let count = length == 0 ? name.utf8CodeUnitCount : Int(length)
            guard position + count <= bytes.count, limit >= count else { continue }
            let letters = UnsafeBufferPointer(start: name.utf8Start, count: count)
            if zip(letters, bytes[position...]).allSatisfy({ $0 | 32 == $1 | 32 && $1.isLetter }) {
                store(&fields, index)
                return position + count
            }
        }
        return -1
    }

    /// Matches `UTC` or `GMT` in any case and keeps the case for printing.
    private mutating func takeZoneName(at position: Int, atMost limit: Int) -> Int {
        let end = takeName(["utc", "gmt"], 0, at: position, atMost: limit) { $0.zoneName = UInt8($1) << 3 }
        guard end >= 0 else { return -1 }
        for index in 0..<3 where bytes[position + index] & 32 == 0 { fields.zoneName? |= 1 << UInt8(index) }
        return end
    }
}

/// English names of the C locale.
enum DateNames {
    /// Weekdays from Monday on.
    static let weekdays: [StaticString] = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    /// Months from January on.
    static let months: [StaticString] = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
