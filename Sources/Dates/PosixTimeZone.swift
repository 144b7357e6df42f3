/// The rule for summer time that stands at the end of a zone file, such as `EST5EDT,M3.2.0,M11.1.0`.
///
/// Offsets in the text count west of UTC; here they count east, in seconds.
struct PosixTimeZone: Hashable, Sendable {
    /// A day of the year and a time of day at which clocks change.
    private struct Day: Hashable, Sendable {
        enum Kind: Hashable, Sendable {
            /// Week 1 to 5 (5 is the last) of a month, weekday 0 for Sunday.
            case week(month: Int, week: Int, weekday: Int)
            /// Day 1 to 365, February 29 never counted.
            case withoutLeapDay(Int)
            /// Day 0 to 365.
            case plain(Int)
        }

        let kind: Kind
        /// Seconds after midnight on the clock before the change; may be negative or beyond a day.
        let time: Int

        /// The moment of the change in a year, in seconds since 1970 on the clock before the change.
        func moment(in year: Int) -> Int {
            let start = Gregorian.day(year: year, month: 1, day: 1)
            switch kind {
            case .plain(let day): return (start + day) * 86_400 + time
            case .withoutLeapDay(let day):
                return (start + day - (day >= 60 && Gregorian.isLeap(year) ? 0 : 1)) * 86_400 + time
            case .week(let month, let week, let weekday):
                let first = Gregorian.day(year: year, month: month, day: 1)
                let ahead = Gregorian.floorModulo(weekday - 1 - Gregorian.weekday(ofDay: first), 7)
                var day = ahead + (week - 1) * 7
                if day >= Gregorian.dayCount(year: year, month: month) { day -= 7 }
                return (first + day) * 86_400 + time
            }
        }
    }

    private let standard: Int
    private let summer: Int
    private let days: [Day]

    /// Reads a rule; nil when the text is not one.
    init?(_ text: [UInt8]) {
        var rest = text[...]
        guard Self.dropName(&rest), let west = Self.time(&rest) else { return nil }
        standard = -west
        guard Self.dropName(&rest) else {
            (summer, days) = (standard, [])
            return
        }
        summer = Self.time(&rest).map { -$0 } ?? standard + 3600
        var days: [Day] = []
        while rest.first == UInt8(ascii: ",") {
            rest.removeFirst()
            guard let day = Self.day(&rest) else { return nil }
            days.append(day)
        }
        guard days.count == 2 else { return nil }
        self.days = days
    }

    /// The distance from UTC at an instant, both in seconds.
    func offset(at instant: Int) -> Int {
        guard days.count == 2 else { return standard }
        let local = instant + standard
        let year = Gregorian.fields(ofDay: Gregorian.floorQuotient(local, 86_400)).year
        let start = days[0].moment(in: year) - standard
        let end = days[1].moment(in: year) - summer
        let isSummer = start < end ? start <= instant && instant < end : !(end <= instant && instant < start)
        return isSummer ? summer : standard
    }

    /// Drops a zone name: letters, or anything between `<` and `>`; false when there is none.
    private static func dropName(_ rest: inout ArraySlice<UInt8>) -> Bool {
        if rest.first == UInt8(ascii: "<"), let end = rest.firstIndex(of: UInt8(ascii: ">")) {
            rest = rest[(end + 1)...]
            return true
        }
        let name = rest.prefix(while: \.isLetter)
        rest = rest[name.endIndex...]
        return !name.isEmpty
    }

    /// Reads `[+-]hh[:mm[:ss]]` as seconds.
    private static func time(_ rest: inout ArraySlice<UInt8>) -> Int? {
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        guard var total = number(&rest).map({ $0 * 3600 }) else { return nil }
        for unit in [60, 1] where rest.first == UInt8(ascii: ":") {
            rest.removeFirst()
            guard let value = number(&rest) else { return nil }
            total += value * unit
        }
        return isNegative ? -total : total
    }

    /// Reads a day `Mm.w.d`, `Jn` or `n`, with `/time` after it, or two in the morning.
    private static func day(_ rest: inout ArraySlice<UInt8>) -> Day? {
        var kind: Day.Kind
        if rest.first == UInt8(ascii: "M") {
            var numbers: [Int] = []
            while rest.first == UInt8(ascii: numbers.isEmpty ? "M" : "."), numbers.count < 3 {
                rest.removeFirst()
                guard let value = number(&rest) else { return nil }
                numbers.append(value)
            }
            guard numbers.count == 3, (1...12).contains(numbers[0]) else { return nil }
            kind = .week(month: numbers[0], week: numbers[1], weekday: numbers[2])
        } else {
            let skipsLeapDay = rest.first == UInt8(ascii: "J")
            if skipsLeapDay { rest.removeFirst() }
            guard let value = number(&rest) else { return nil }
            kind = skipsLeapDay ? .withoutLeapDay(value) : .plain(value)
        }
        guard rest.first == UInt8(ascii: "/") else { return Day(kind: kind, time: 7200) }
        rest.removeFirst()
        return time(&rest).map { Day(kind: kind, time: $0) }
    }

    /// Reads digits as a number of at most four digits.
    private static func number(_ rest: inout ArraySlice<UInt8>) -> Int? {
        let digits = rest.prefix(while: \.isDigit)
        guard (1...4).contains(digits.count) else { return nil }
        rest = rest[digits.endIndex...]
        return digits.reduce(0) { $0 * 10 + Int($1 & 15) }
    }
}
