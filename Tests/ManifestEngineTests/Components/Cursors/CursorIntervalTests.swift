import Dates
import Testing

@testable import ManifestEngine

@Suite("Intervals of a cursor")
struct CursorIntervalTests {
    private typealias Interval = CursorInterval<Int>

    private static func parse(_ text: String) -> [Interval] {
        text.split(separator: " ").map { part in
            let numbers = part.split(separator: ",").map { Int($0) ?? 0 }
            return Interval(start: numbers[0], end: numbers[1], latest: numbers.count > 2 ? numbers[2] : nil)
        }
    }

    /// Intervals are `start,end` or `start,end,latest`.
    private static let rows: [(added: String, joined: String, value: Int?)] = [
        ("", "", nil),
        ("1,3", "1,3", 1),
        ("1,3,2", "1,3,2", 2),
        ("1,3 4,6", "1,6", 1),
        ("1,3 5,6", "1,3 5,6", 1),
        ("5,6 1,3", "1,3 5,6", 1),
        ("1,3 7,9,8 4,6", "1,9,8", 8),
        ("1,3,2 7,9,8 4,6,5", "1,9,8", 8),
        ("1,9,4 2,3,7", "1,9,7", 7),
        ("4,5 4,4 4,9", "4,9", 4),
        ("10,10,10 10,3,3", "10,3,3 10,10,10", 3),
    ]

    @Test("joins what nothing can lie between, in whatever order it comes", arguments: rows)
    func join(_ added: String, _ joined: String, _ value: Int?) {
        let reaches = { (end: Int, start: Int) in end + 1 >= start }
        var list = IntervalList<Int>([], reaches: reaches)
        for interval in Self.parse(added) { list.add(interval, reaches: reaches) }
        #expect(list.intervals == Self.parse(joined))
        #expect(list.stateValue == value)
        #expect(IntervalList(Self.parse(added), reaches: reaches) == list)
    }
}

@Suite("Instants of a cursor")
struct CursorInstantTests {
    @Test("are ordered by the instant, whatever the offset")
    func order() throws {
        let one = try CursorTesting.instant("2024-01-05T10:00:00+0200")
        let same = try CursorTesting.instant("2024-01-05T08:00:00Z")
        let later = try CursorTesting.instant("2024-01-05T09:00:00Z")
        #expect(one == same)
        #expect(one < later && !(later < one))
        #expect(Set([one, same, later]).count == 2)
    }

    @Test("move by durations and stop at the ends of the calendar")
    func arithmetic() throws {
        let instant = try CursorTesting.instant("2024-01-31")
        #expect(instant.adding(try .parse("P1M")) == (try CursorTesting.instant("2024-02-29")))
        #expect(instant.subtracting(try .parse("P1D")) == (try CursorTesting.instant("2024-01-30")))
        #expect(instant.adding(try .parse("P9000Y")) == nil)
        #expect(instant.subtracting(try .parse("P9000Y")) == nil)
    }

    @Test(
        "durations know their direction",
        arguments: [
            ("P1D", false, false), ("-P1D", false, true), ("-P1M", false, true), ("PT0S", true, false),
            ("P1M", false, false),
        ]
    )
    func direction(_ text: String, _ isZero: Bool, _ isBackward: Bool) throws {
        let duration = try ISO8601Duration.parse(text)
        #expect(duration.isZero == isZero)
        #expect(duration.isBackward == isBackward)
    }
}
