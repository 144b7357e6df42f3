extension TimeDelta {
    /// Makes a span from numbers of units with fractions, rounded to the nearest microsecond, ties to even.
    ///
    /// Whole parts are exact; the fractions are carried over in the order seconds, minutes, hours, days, weeks, as
    /// Python's `timedelta` does, so that the last microsecond agrees. Throws a value fault for NaN and an overflow
    /// beyond 999,999,999 days.
    package init(
        weeks: Double = 0,
        days: Double = 0,
        hours: Double = 0,
        minutes: Double = 0,
        seconds: Double = 0
    ) throws(DateError) {
        var total = Int128(0)
        var leftover = 0.0
        let units: [(Double, Int128)] = [
            (seconds, 1_000_000), (minutes, 60_000_000), (hours, 3_600_000_000), (days, 86_400_000_000),
            (weeks, 604_800_000_000),
        ]
        for (count, unit) in units where count != 0 {
            total += try Self.microseconds(count, unit: unit, leftover: &leftover)
        }
        if leftover != 0 { total += Self.rounded(leftover, after: total) }
        try self.init(microseconds: total)
    }

    /// The whole microseconds in a number of units; what is left of the last one is added to `leftover`.
    private static func microseconds(
        _ count: Double,
        unit: Int128,
        leftover: inout Double
    ) throws(DateError) -> Int128 {
        if count.isNaN { throw DateError(.value, "cannot convert float NaN to integer") }
        if count.isInfinite { throw DateError(.overflow, "cannot convert float infinity to integer") }
        guard count.magnitude < 1e20 else {
            throw DateError(.overflow, "Python int too large to convert to C int")
        }
        let whole = count.rounded(.towardZero)
        let fraction = (count - whole) * Double(unit)
        let wholeFraction = fraction.rounded(.towardZero)
        leftover += fraction - wholeFraction
        return Int128(whole) * unit + Int128(wholeFraction)
    }

    /// A fraction of a microsecond rounded so that a tie makes the sum with `total` even.
    private static func rounded(_ leftover: Double, after total: Int128) -> Int128 {
        let nearest = leftover.rounded(.toNearestOrAwayFromZero)
        guard (nearest - leftover).magnitude == 0.5 else { return Int128(nearest) }
        let odd = total & 1 == 0 ? 0.0 : 1.0
        return Int128(2 * ((leftover + odd) * 0.5).rounded(.toNearestOrAwayFromZero) - odd)
    }
}
