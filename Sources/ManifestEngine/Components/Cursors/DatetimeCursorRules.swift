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
    func slice(_ stretch: SliceCutter.Slice, of partition: StreamSlice) -> StreamSlice {
        var slice = partition
        slice.cursor = [startField: .string(format.text(stretch.start)), endField: .string(format.text(stretch.end))]
        return slice
    }

    /// What a slice reads, as its texts tell; a format may have cut fractions off.
    ///
    /// Throws when the texts cannot be read.
    func stretch(of slice: StreamSlice) throws -> SliceCutter.Slice {
        guard let start = slice.cursor[startField].flatMap(format.read),
            let end = slice.cursor[endField].flatMap(format.read)
        else {
            let format = format.output.pattern
            let bounds = [startField, endField].map { "\($0) \(slice.cursor[$0]?.text ?? "null")" }
            let message =
                "The bounds of a slice of stream \(streamName) cannot be read back: \(bounds.joined(separator: ", "))."
            throw EngineFailure(.system, message, detail: "datetime_format '\(format)' must also fit for reading.")
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
        let stretch = try stretch(of: slice)
        return CursorTracker(
            DatetimeTracker(
                key: key,
                format: format,
                notices: notices,
                stretch: stretch,
                window: window,
                followsText: followsText
            )
        )
    }

    /// The halves of a slice; nil when it cannot be cut.
    func split(_ slice: StreamSlice, minimum: TimeDelta?) throws -> (first: StreamSlice, second: StreamSlice)? {
        try cutter.halves(of: stretch(of: slice), minimum: minimum).map {
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
