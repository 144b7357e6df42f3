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
