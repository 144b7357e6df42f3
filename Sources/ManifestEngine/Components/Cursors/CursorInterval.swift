import Dates
import JSON

/// A window of a cursor that was read, both ends included, and the newest record seen in it.
struct CursorInterval<Bound: Comparable & Sendable>: Sendable {
    var start: Bound
    var end: Bound
    /// The highest cursor value of a record; nil when no record was seen.
    var latest: Bound?

    /// Takes in an interval that follows in order; on a tie of records the later interval counts.
    fileprivate mutating func absorb(_ next: Self) {
        if next.end > end { end = next.end }
        guard let other = next.latest else { return }
        if let own = latest, own > other { return }
        latest = other
    }

    fileprivate func isOrdered(before other: Self) -> Bool {
        start == other.start ? end < other.end : start < other.start
    }
}

extension CursorInterval: Equatable {}

/// What was read of a cursor: intervals in order, joined where nothing can lie between them.
///
/// Adding an interval costs a binary search, and with few gaps little more.
struct IntervalList<Bound: Comparable & Sendable>: Sendable, Equatable {
    /// Whether the unit after an end reaches a start, so that the two intervals are one.
    typealias Reach = (_ end: Bound, _ start: Bound) -> Bool

    private(set) var intervals: [CursorInterval<Bound>] = []

    init(_ intervals: [CursorInterval<Bound>], reaches: Reach) {
        let inOrder = intervals.enumerated().sorted { one, other in
            one.element.isOrdered(before: other.element)
                || !other.element.isOrdered(before: one.element) && one.offset < other.offset
        }
        for (_, interval) in inOrder { add(interval, reaches: reaches) }
    }

    /// Adds an interval and joins it with its neighbours.
    mutating func add(_ interval: CursorInterval<Bound>, reaches: Reach) {
        var place = placeAfterEqual(interval)
        intervals.insert(interval, at: place)
        if place > 0, reaches(intervals[place - 1].end, interval.start) {
            place -= 1
            intervals[place].absorb(interval)
            intervals.remove(at: place + 1)
        }
        while place + 1 < intervals.count, reaches(intervals[place].end, intervals[place + 1].start) {
            intervals[place].absorb(intervals[place + 1])
            intervals.remove(at: place + 1)
        }
    }

    private func placeAfterEqual(_ interval: CursorInterval<Bound>) -> Int {
        var (low, high) = (0, intervals.count)
        while low < high {
            let middle = (low + high) / 2
            if interval.isOrdered(before: intervals[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// The value that a state holds: the newest record before the first gap, else the start.
    var stateValue: Bound? { intervals.first.map { $0.latest ?? $0.start } }
}

/// An instant of a cursor.
///
/// It keeps the offset it was read with, which order and equality leave out.
struct CursorInstant: Comparable, Hashable, Sendable {
    let moment: DateTime

    init(_ moment: DateTime) { self.moment = moment }

    /// The instant with its offset, exactly: microseconds of the wall clock, and the number of the offset or null.
    var json: JSONValue {
        [.integer(Int(moment.wallMicroseconds)), moment.zoneNumber.map { .integer(Int($0)) } ?? .null]
    }

    /// Reads `json`; nil for anything else.
    init?(_ json: JSONValue) {
        guard let parts = json.array, parts.count == 2, let wall = parts[0].integer else { return nil }
        guard parts[1].isNull || parts[1].integer != nil else { return nil }
        guard let moment = DateTime(wall: Int64(wall), zone: parts[1].integer.map(Int64.init)) else { return nil }
        self.moment = moment
    }

    static func == (left: CursorInstant, right: CursorInstant) -> Bool {
        left.moment.microsecondsSinceEpoch == right.moment.microsecondsSinceEpoch
    }

    static func < (left: CursorInstant, right: CursorInstant) -> Bool {
        left.moment.microsecondsSinceEpoch < right.moment.microsecondsSinceEpoch
    }

    func hash(into hasher: inout Hasher) { hasher.combine(moment.microsecondsSinceEpoch) }

    /// The instant a duration later; nil beyond the calendar.
    func adding(_ duration: ISO8601Duration) -> CursorInstant? {
        (try? moment.adding(duration)).map(CursorInstant.init)
    }

    /// The instant a duration earlier; nil before the calendar.
    func subtracting(_ duration: ISO8601Duration) -> CursorInstant? {
        (try? moment.subtracting(duration)).map(CursorInstant.init)
    }
}
