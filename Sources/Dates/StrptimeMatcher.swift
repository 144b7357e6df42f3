/// Matches a string against the steps of a format and collects the fields.
struct StrptimeMatcher {
    /// The text as UTF-8.
    let bytes: UnsafeBufferPointer<UInt8>
    /// What has been read so far.
    var fields = StrptimeFields()
    /// Steps left for trying shorter matches, which may double with every step of a format.
    private var budget = 100_000
    /// Steps of a format for which shorter matches are tried.
    private static let longest = 1000

    /// Prepares to match a string.
    @inline(__always)
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// Matches the whole text.
    ///
    /// Every step first takes all it can. Only where that fails, and only for formats in which it matters, shorter
    /// matches are tried, longest first. Text that is left over is a fault of its own.
    @inline(__always)
    mutating func match(_ program: StrptimeProgram) throws(StrptimeFault) {
        let end = program.steps.withUnsafeBufferPointer { steps in
            var position = 0
            for step in steps {
                position = take(step, at: position, atMost: Int.max)
                if position < 0 { break }
            }
            return position < 0 && program.isAmbiguous && steps.count <= Self.longest
                ? search(steps, from: 0, at: 0) : position
        }
        if end < 0 { throw .mismatch }
        if end != bytes.count { throw .leftover(end) }
    }

    /// Matches the steps from `index` on, trying shorter matches of a step when later steps fail.
    ///
    /// Returns the end of the match, or -1.
    private mutating func search(
        _ steps: UnsafeBufferPointer<StrptimeStep>,
        from index: Int,
        at position: Int
    ) -> Int {
        if index == steps.count { return position }
        budget -= 1
        guard budget > 0 else { return -1 }
        var limit = Int.max
        while limit > 0 {
            let end = take(steps[index], at: position, atMost: limit)
            if end < 0 || end - position > limit { return -1 }
            let rest = search(steps, from: index + 1, at: end)
            if rest >= 0 { return rest }
            limit = end - position - 1
        }
        return -1
    }

    /// Matches one step with the longest text of at most `limit` bytes and stores what it read.
    ///
    /// Returns the end of the match, or -1.
    @inline(__always)
    private mutating func take(_ step: StrptimeStep, at position: Int, atMost limit: Int) -> Int {
        switch step {
        case .byte(let byte): return position < bytes.count && bytes[position] == byte ? position + 1 : -1
        case .letter(let letter): return position < bytes.count && bytes[position] | 32 == letter ? position + 1 : -1
        case .number(let field): return takeNumber(field, at: position, atMost: limit)
        case .year:
            let value = digits(4, at: position)
            guard value >= 0, limit >= 4 else { return -1 }
            fields.year = value
            return position + 4
        case .fraction: return takeFraction(at: position, atMost: limit)
        case .offset: return takeOffset(at: position, atMost: limit)
        default: return takeRare(step, at: position, atMost: limit)
        }
    }

    /// Reads exactly `count` digits, or gives -1.
    @inline(__always)
    private func digits(_ count: Int, at position: Int) -> Int {
        guard position + count <= bytes.count else { return -1 }
        var value = 0
        for index in position..<position + count {
            let digit = bytes[index] &- 48
            if digit > 9 { return -1 }
            value = value &* 10 &+ Int(digit)
        }
        return value
    }

    /// Matches a field of one or two digits; a day of the month may also be a space and one digit.
    @inline(__always)
    private mutating func takeNumber(_ field: StrptimeNumber, at position: Int, atMost limit: Int) -> Int {
        guard position < bytes.count else { return -1 }
        let first = Int(bytes[position] &- 48)
        let limits = field.limits
        guard first <= 9 else {
            guard field == .day, bytes[position] == 32, limit >= 2 else { return -1 }
            let digit = digits(1, at: position + 1)
            guard digit > 0 else { return -1 }
            fields.day = digit
            return position + 2
        }
        if position + 1 < bytes.count, limit >= 2 {
            let second = Int(bytes[position + 1] &- 48)
            let value = first &* 10 &+ second
            if second <= 9, value >= limits.two, value <= limits.greatest {
                fields.store(value, in: field)
                return position + 2
            }
        }
        guard first >= limits.one else { return -1 }
        fields.store(first, in: field)
        return position + 1
    }

    /// Matches one to six digits as a fraction of a second.
    @inline(__always)
    private mutating func takeFraction(at position: Int, atMost limit: Int) -> Int {
        var end = position
        var value = 0
        let last = min(bytes.count, position + min(limit, 6))
        while end < last, bytes[end].isDigit {
            value = value &* 10 &+ Int(bytes[end] &- 48)
            end += 1
        }
        guard end > position else { return -1 }
        for _ in end - position..<6 { value = value &* 10 }
        fields.microsecond = value
        return end
    }

    /// Matches `Z`, or a sign with hours and minutes and maybe seconds and a fraction.
    @inline(__always)
    private mutating func takeOffset(at position: Int, atMost limit: Int) -> Int {
        guard position < bytes.count else { return -1 }
        if bytes[position] == UInt8(ascii: "Z") {
            fields.offset = .init(start: position)
            return position + 1
        }
        var matcher = OffsetMatcher(bytes: bytes, limit: limit)
        let end = matcher.match(at: position)
        if end >= 0 { fields.offset = matcher.offset }
        return end
    }

    /// The number of bytes of the white space character at a position, 0 when there is none.
    static func spaceWidth(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
        guard position < bytes.count else { return 0 }
        let first = bytes[position]
        if first < 0x80 { return first == 32 || first &- 9 < 5 || first &- 28 < 4 ? 1 : 0 }
        guard position + 1 < bytes.count else { return 0 }
        let second = bytes[position + 1]
        if first == 0xC2 { return second == 0x85 || second == 0xA0 ? 2 : 0 }
        guard position + 2 < bytes.count else { return 0 }
        switch (first, second, bytes[position + 2]) {
        case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF),
            (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
            return 3
        default: return 0
        }
    }
}
