import Dates
import Diagnostics
import JSON
import Jinja

/// A `DatetimeBasedCursor` with its templates evaluated for one sync.
struct DatetimeCursorRules: Sendable {
    let streamName: String
    let cursorField: String
    let key: JSONKey
    let format: CursorFormat
    let cutter: SliceCutter
    let end: CursorEnd
    let startField: String
    let endField: String
    let notices: CursorNotices

    /// A slice of a partition.
    func slice(_ bounds: SliceCutter.Slice, of partition: StreamSlice) -> StreamSlice {
        var slice = partition
        slice.cursor = [startField: .string(format.text(bounds.start)), endField: .string(format.text(bounds.end))]
        return slice
    }

    /// What a slice reads, according to its strings; a format may have cut off fractions.
    ///
    /// Throws when the strings cannot be parsed.
    func bounds(of slice: StreamSlice) throws -> SliceCutter.Slice {
        guard let start = slice.cursor[startField].flatMap(format.read),
            let end = slice.cursor[endField].flatMap(format.read)
        else {
            let format = format.output.pattern
            let bounds = [startField, endField].map { "\($0) \(slice.cursor[$0]?.text ?? "null")" }
            let message =
                "The bounds of a slice of stream \(streamName) cannot be read back: \(bounds.joined(separator: ", "))."
            throw EngineFailure(.system, message, detail: "datetime_format '\(format)' must also work for parsing.")
        }
        return (start, end)
    }

    /// The tracker of a slice whose stream or partition was read up to `state`.
    func makeTracker(
        for slice: StreamSlice,
        state: CursorInstant,
        followsText: Bool,
        now: DateTime,
        in scope: Scope
    ) throws -> CursorTracker {
        let upper = try end.moment(now: now, in: scope)
        let window = DatetimeTracker.Window(
            start: cutter.start,
            oldest: cutter.oldestWanted(state: state),
            newest: upper,
            end: end
        )
        let bounds = try bounds(of: slice)
        return CursorTracker(
            DatetimeTracker(
                key: key,
                format: format,
                notices: notices,
                bounds: bounds,
                window: window,
                followsText: followsText
            )
        )
    }

    /// The halves of a slice; nil when it cannot be cut.
    func split(_ slice: StreamSlice, minimum: TimeDelta?) throws -> (first: StreamSlice, second: StreamSlice)? {
        try cutter.halves(of: bounds(of: slice), minimum: minimum).map {
            (self.slice($0.first, of: slice), self.slice($0.second, of: slice))
        }
    }

    /// The slice from the newest record on that the tracker saw.
    func remainder(of slice: StreamSlice, after tracker: CursorTracker) -> StreamSlice {
        guard let seen = tracker.datetime, let latest = seen.latest else { return slice }
        if !seen.isAscending { notices.unordered() }
        var rest = slice
        rest.cursor[startField] = .string(format.text(latest))
        return rest
    }
}

/// Where a sync ends: at a moment of the manifest or at the present one, clamped to a period if the manifest says so.
struct CursorEnd: Sendable {
    /// The end the manifest gives; nil for the present moment.
    let limit: MinMaxDatetime?
    /// The format the limit is in, unless it says so itself.
    let format: DateFormat
    let clamping: CursorClamping?
    let granularity: ISO8601Duration?

    /// The end at a moment.
    func moment(now: DateTime, in scope: Scope) throws -> CursorInstant {
        guard let limit else { return clamped(CursorInstant(now)) }
        return clamped(CursorInstant(try limit.moment(format: format, in: scope)))
    }

    /// The end at a later moment; nil when it does not move by itself.
    func following(_ now: DateTime) -> CursorInstant? { limit == nil ? clamped(CursorInstant(now)) : nil }

    private func clamped(_ instant: CursorInstant) -> CursorInstant {
        guard let clamping else { return instant }
        let floor = clamping.floor(instant)
        return floor.subtracting(granularity ?? clamping.defaultGranularity) ?? floor
    }
}

/// The smallest unit that a date format writes.
enum DatePrecision {
    /// The unit; nil for a format without any directive that is known.
    static func unit(of pattern: String) -> ISO8601Duration? {
        text(of: pattern).flatMap { try? ISO8601Duration.parse($0) }
    }

    /// The unit as a duration in text.
    static func text(of pattern: String) -> String? {
        if let whole = wholePatterns[pattern] { return whole }
        if pattern.contains("%_ms") { return "PT0.001S" }
        return units.first { unit in unit.directives.contains { pattern.contains("%\($0)") } }?.text
    }

    /// Formats that are numbers.
    private static let wholePatterns = [
        "%s": "PT1S", "%s_as_float": "PT0.000001S", "%ms": "PT0.001S", "%epoch_microseconds": "PT0.000001S",
    ]

    /// The directives of `strftime` that write a unit, the smallest one first.
    private static let units: [(text: String, directives: String)] = [
        ("PT0.000001S", "f"), ("PT1S", "SsTcXr"), ("PT1M", "MR"), ("PT1H", "HI"), ("P1D", "djeDFxaAwu"),
        ("P1M", "mbBh"),
        ("P1Y", "YyGC"),
    ]

    /// Whether one duration ends before another that begins at the same moment.
    static func isFiner(_ one: ISO8601Duration, than other: ISO8601Duration) -> Bool {
        guard let first = start.adding(one), let second = start.adding(other) else { return false }
        return first < second
    }

    /// 1970, a year and month of common length.
    private static let start = CursorInstant(DateTime(nearestMicrosecondsSinceEpoch: 0))
}
