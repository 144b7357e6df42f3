import Dates

/// Cuts what was not read yet into slices.
struct SliceCutter: Sendable {
    /// Nothing before this is read.
    var start: CursorInstant
    /// Longest window of a slice; nil for no limit.
    var step: ISO8601Duration?
    /// The smallest unit of the cursor: a slice ends one unit before the next one starts; nil lets slices meet.
    var granularity: ISO8601Duration?
    /// The smallest unit that the bounds are written in, where that is more than the granularity.
    ///
    /// A bound as written means a whole unit, which the API includes.
    var writtenUnit: ISO8601Duration?
    /// How far before the last end reading starts again.
    var lookback: ISO8601Duration?
    var clamping: CursorClamping?
    /// Whether the API refuses a slice that starts and ends at the same moment.
    var isCompareStrictly = false

    typealias Slice = (start: CursorInstant, end: CursorInstant)

    /// The slices between the start and `end` that the intervals do not cover, in order, the last window with
    /// lookback.
    func slices(besides intervals: [CursorInterval<CursorInstant>], until end: CursorInstant) -> [Slice] {
        guard let first = intervals.first, let last = intervals.last else { return [] }
        var all: [Slice] = []
        if start < first.start { cut(Stretch(lower: start, upper: first.start, end: end), into: &all) }
        for (one, next) in zip(intervals, intervals.dropFirst()) {
            guard let from = granularity.map({ one.end.adding($0) }) ?? one.end else { continue }
            cut(Stretch(lower: from, upper: next.start, end: end), into: &all)
        }
        cut(Stretch(lower: lookingBack(from: last.end), upper: end, end: end, isLast: true), into: &all)
        return all
    }

    /// The oldest cursor value that a sync still has to read, for a stream that was read up to `state`.
    func oldestWanted(state: CursorInstant) -> CursorInstant {
        guard let lookback else { return state }
        return max(state.subtracting(lookback) ?? start, min(state, start))
    }

    private func lookingBack(from end: CursorInstant) -> CursorInstant {
        guard let lookback else { return end }
        return end.subtracting(lookback) ?? start
    }

    /// The gap between two intervals, or after the last one.
    private struct Stretch {
        var lower: CursorInstant
        let upper: CursorInstant
        /// Where the sync ends.
        let end: CursorInstant
        /// Whether the window includes its upper bound; the others stop short of it, as what follows was read.
        var isLast = false
    }

    private func cut(_ stretch: Stretch, into all: inout [Slice]) {
        var stretch = stretch
        let upper = stretch.upper
        guard stretch.lower < upper || stretch.lower == upper && granularity != nil, upper >= start else { return }
        if stretch.lower < start { stretch.lower = start }
        let lower = clamped(stretch.lower)
        stretch.lower = lower
        guard lower < upper || lower == upper && stretch.isLast && !isCompareStrictly else { return }
        guard windowEnd(after: lower, stretch) < upper else {
            let stop = stretch.isLast && granularity != nil ? upper : clamped(upper)
            return all.append((lower, stretch.isLast ? stop : unitBefore(stop)))
        }
        cutWindows(stretch, into: &all)
    }

    private func cutWindows(_ stretch: Stretch, into all: inout [Slice]) {
        var lower = stretch.lower
        while true {
            let next = min(windowEnd(after: lower, stretch), stretch.upper)
            let from = clamped(lower)
            guard from < stretch.upper, let stop = bound(next, of: stretch, after: from) else { return }
            let isAtEnd = next >= stretch.upper || stop == stretch.upper
            all.append((from, stretch.isLast && isAtEnd ? stop : unitBefore(stop)))
            if isAtEnd { return }
            lower = stop
        }
    }

    /// One step on; the end of the sync without a step, and where the step leaves the calendar.
    private func windowEnd(after lower: CursorInstant, _ stretch: Stretch) -> CursorInstant {
        step.flatMap { lower.adding($0) } ?? stretch.end
    }

    /// Where a window that was cut at `next` stops; nil when nothing is left of it.
    ///
    /// A step within the first day of a period would leave nothing at all, so it takes the whole period.
    private func bound(_ next: CursorInstant, of stretch: Stretch, after from: CursorInstant) -> CursorInstant? {
        let stop = next == stretch.upper ? next : clamped(next)
        if stop > from { return stop }
        guard clamping != nil, next > from else { return nil }
        return next.adding(Self.day).map(clamped)
    }

    private func clamped(_ instant: CursorInstant) -> CursorInstant { clamping?.ceiling(instant) ?? instant }

    private func unitBefore(_ instant: CursorInstant) -> CursorInstant {
        granularity.flatMap { instant.subtracting($0) } ?? instant
    }

    // MARK: Intervals

    private static let day = ISO8601Duration.fixed((try? TimeDelta(days: 1)) ?? .zero)

    /// One millisecond, the smallest unit where none is given.
    private static let millisecond = ISO8601Duration.fixed((try? TimeDelta(microseconds: 1000)) ?? .zero)

    /// Whether one unit after `end` is `start` or later.
    func reaches(_ end: CursorInstant, _ start: CursorInstant) -> Bool {
        guard end < start else { return true }
        let unit = granularity.flatMap { _ in writtenUnit } ?? granularity ?? Self.millisecond
        return (end.adding(unit) ?? start) >= start
    }

    /// The two halves of a slice, counted in units; nil when it has one unit, or is not longer than `minimum`.
    func halves(of slice: Slice, minimum: TimeDelta?) -> (first: Slice, second: Slice)? {
        guard case .fixed(let unit) = granularity, slice.start < slice.end,
            let span = try? slice.end.moment.since(slice.start.moment), minimum.map({ span > $0 }) ?? true,
            let units = try? span.floorDivided(by: unit) + 1, units > 1,
            let half = try? unit.multiplied(by: units / 2), let before = try? half.subtracting(unit),
            let firstEnd = slice.start.adding(.fixed(before)), let secondStart = firstEnd.adding(.fixed(unit)),
            slice.start <= firstEnd, firstEnd < secondStart, secondStart <= slice.end
        else { return nil }
        return ((slice.start, firstEnd), (secondStart, slice.end))
    }
}
