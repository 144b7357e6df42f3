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
        if start < first.start { cut(Gap(lower: start, upper: first.start, end: end), into: &all) }
        for (one, next) in zip(intervals, intervals.dropFirst()) {
            guard let from = granularity.map({ one.end.adding($0) }) ?? one.end else { continue }
            cut(Gap(lower: from, upper: next.start, end: end), into: &all)
        }
        cut(Gap(lower: lookingBack(from: last.end), upper: end, end: end, isLast: true), into: &all)
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
    private struct Gap {
        var lower: CursorInstant
        let upper: CursorInstant
        /// Where the sync ends.
        let end: CursorInstant
        /// Whether the window includes its upper bound; the others stop short of it, as what follows was read.
        var isLast = false
    }

    private func cut(_ gap: Gap, into all: inout [Slice]) {
        var gap = gap
        let upper = gap.upper
        guard gap.lower < upper || gap.lower == upper && granularity != nil, upper >= start else { return }
        if gap.lower < start { gap.lower = start }
        let lower = clamped(gap.lower)
        gap.lower = lower
        guard lower < upper || lower == upper && gap.isLast && !isCompareStrictly else { return }
        guard windowEnd(after: lower, gap) < upper else {
            let stop = gap.isLast && granularity != nil ? upper : clamped(upper)
            return all.append((lower, gap.isLast ? stop : unitBefore(stop)))
        }
        cutWindows(gap, into: &all)
    }

    private func cutWindows(_ gap: Gap, into all: inout [Slice]) {
        var lower = gap.lower
        while true {
            let next = min(windowEnd(after: lower, gap), gap.upper)
            let from = clamped(lower)
            guard from < gap.upper, let stop = bound(next, of: gap, after: from) else { return }
            let isAtEnd = next >= gap.upper || stop == gap.upper
            all.append((from, gap.isLast && isAtEnd ? stop : unitBefore(stop)))
            if isAtEnd { return }
            lower = stop
        }
    }

    /// One step on; the end of the sync without a step, and where the step leaves the calendar.
    private func windowEnd(after lower: CursorInstant, _ gap: Gap) -> CursorInstant {
        step.flatMap { lower.adding($0) } ?? gap.end
    }

    /// Where a window that was cut at `next` stops; nil when nothing is left of it.
    ///
    /// A step within the first day of a period would leave nothing at all, so it takes the whole period.
    private func bound(_ next: CursorInstant, of gap: Gap, after from: CursorInstant) -> CursorInstant? {
        let stop = next == gap.upper ? next : clamped(next)
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
