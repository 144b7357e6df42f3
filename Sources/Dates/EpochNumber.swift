/// Conversions between microseconds since 1970 and the numbers that stand for them.
enum EpochNumber {
    /// Microseconds as seconds, correctly rounded.
    ///
    /// Above 2^53 microseconds the whole seconds are exact and the fraction is added last. The sum then rounds as the
    /// exact quotient does, because no quotient of a whole number by a million lies that near to a rounding limit.
    static func seconds(ofMicroseconds value: Int128) -> Double {
        if value.magnitude <= 1 << 53 { return Double(value) / 1_000_000 }
        return Double(value / 1_000_000) + Double(value % 1_000_000) / 1_000_000
    }

    /// Whole seconds to a UTC instant.
    ///
    /// Throws a value fault for a year outside 1 to 9999 and a system fault for one that the C calendar cannot hold.
    static func instant(seconds: Int) throws(DateError) -> DateTime {
        let day = Gregorian.floorQuotient(seconds, 86_400)
        guard day >= Gregorian.firstDay, day <= Gregorian.lastDay else {
            let year = Gregorian.fields(ofDay: day).year
            if year.magnitude > 1 << 31 { throw DateError(.system, "value too large for the system calendar") }
            throw .year(year)
        }
        return DateTime(uncheckedWall: Int64(seconds) * 1_000_000, zone: .utc)
    }

    /// Seconds with a fraction to a UTC instant, rounded to the nearest microsecond, ties to even.
    static func instant(seconds: Double) throws(DateError) -> DateTime {
        if seconds.isNaN { throw DateError(.value, "Invalid value NaN (not a number)") }
        guard seconds.magnitude < 9.2e18 else { throw timeTooLarge }
        let whole = seconds.rounded(.towardZero)
        var fraction = ((seconds - whole) * 1_000_000).rounded(.toNearestOrEven)
        var second = Int(whole)
        if fraction < 0 {
            fraction += 1_000_000
            second -= 1
        }
        if fraction >= 1_000_000 {
            fraction -= 1_000_000
            second += 1
        }
        let start = try instant(seconds: second)
        return DateTime(uncheckedWall: start.wallMicroseconds + Int64(fraction), zone: .utc)
    }

    /// A count of units since 1970 to a UTC instant, where a unit is a number of microseconds.
    static func instant(count: Int, unit: Int64) throws(DateError) -> DateTime {
        let (wall, overflow) = Int64(count).multipliedReportingOverflow(by: unit)
        guard !overflow, DateTime.wallRange.contains(wall) else { throw .outOfRange }
        return DateTime(uncheckedWall: wall, zone: .utc)
    }

    /// A number cut to a whole one; throws for NaN and infinity and for what an instant cannot be made of.
    static func whole(_ number: Double) throws(DateError) -> Int {
        if number.isNaN { throw DateError(.value, "cannot convert float NaN to integer") }
        if number.isInfinite { throw DateError(.overflow, "cannot convert float infinity to integer") }
        guard number.magnitude < 9.2e18 else { throw timeTooLarge }
        return Int(number)
    }

    /// The fault of seconds that do not fit a system time.
    static let timeTooLarge = DateError(.overflow, "timestamp out of range for platform time_t")
}
