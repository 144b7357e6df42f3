import Dates

/// An instant of a cursor.
///
/// It keeps the offset it was read with, which order and equality leave out.
struct CursorInstant: Comparable, Hashable, Sendable {
    let moment: DateTime

    init(_ moment: DateTime) { self.moment = moment }

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

extension ISO8601Duration {
    /// Whether the duration does not move an instant.
    var isZero: Bool {
        if case .fixed(let delta) = self { return delta == .zero }
        return false
    }

    /// Whether the duration points backwards in any of its parts.
    var isBackward: Bool {
        switch self {
        case .fixed(let delta): delta < .zero
        case .calendar(let span): span.years < 0 || span.months < 0 || span.delta < .zero
        }
    }
}
