import Dates
import Jinja

/// Where a sync ends: at a moment of the manifest or at the present one, cut to a period if the manifest wants that.
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
