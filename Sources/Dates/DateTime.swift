/// A date and a time of day to the microsecond, with or without a distance from UTC.
///
/// A value with a distance ("aware") names an instant; one without ("naive") is only a wall clock. Two aware values are
/// equal when they name the same instant; a naive value never equals an aware one and has no order to it.
/// Years run from 1 to 9999. Sixteen bytes, no allocation.
package struct DateTime: Hashable, Sendable, CustomStringConvertible {
    /// The wall clock in microseconds since 1970-01-01T00:00, whatever the zone.
    package let wallMicroseconds: Int64
    /// The packed offset, or `naive`.
    private let packedZone: Int64

    private static let naive = Int64.min
    /// The wall clocks of years 1 to 9999.
    static let wallRange =
        Int64(Gregorian.firstDay) * Gregorian.dayLength...Int64(Gregorian.lastDay + 1) * Gregorian.dayLength - 1

    /// Makes a value from a wall clock that is known to be in range.
    @inline(__always)
    package init(uncheckedWall wall: Int64, zone: UTCOffset?) {
        wallMicroseconds = wall
        packedZone = zone?.packed ?? Self.naive
    }

    /// Makes a value from a wall clock in microseconds since 1970; throws an overflow outside years 1 to 9999.
    package init(wallMicroseconds wall: Int64, offset: UTCOffset?) throws(DateError) {
        guard Self.wallRange.contains(wall) else { throw .outOfRange }
        self.init(uncheckedWall: wall, zone: offset)
    }

    /// Makes the UTC value of an instant in microseconds since 1970; outside years 1 to 9999 it is the nearest one inside.
    package init(nearestMicrosecondsSinceEpoch instant: Int64) {
        let wall = min(max(instant, Self.wallRange.lowerBound), Self.wallRange.upperBound)
        self.init(uncheckedWall: wall, zone: .utc)
    }

    /// Makes the value that a clock at an offset shows at an instant, in microseconds since 1970 UTC.
    ///
    /// Throws an overflow outside years 1 to 9999.
    package init(microsecondsSinceEpoch instant: Int64, offset: UTCOffset = .utc) throws(DateError) {
        let (wall, overflow) = instant.addingReportingOverflow(offset.microseconds)
        if overflow { throw .outOfRange }
        try self.init(wallMicroseconds: wall, offset: offset)
    }

    /// Makes a value from its parts; throws a value fault that names the part that is out of range.
    package init(
        year: Int,
        month: Int,
        day: Int,
        hour: Int = 0,
        minute: Int = 0,
        second: Int = 0,
        microsecond: Int = 0,
        offset: UTCOffset? = nil
    ) throws(DateError) {
        let date = try CalendarDate(year: year, month: month, day: day)
        guard (0...23).contains(hour) else { throw DateError(.value, "hour must be in 0..23") }
        guard (0...59).contains(minute) else { throw DateError(.value, "minute must be in 0..59") }
        guard (0...59).contains(second) else { throw DateError(.value, "second must be in 0..59") }
        guard (0...999_999).contains(microsecond) else {
            throw DateError(.value, "microsecond must be in 0..999999")
        }
        let time = Int64((hour * 60 + minute) * 60 + second) * 1_000_000 + Int64(microsecond)
        self.init(uncheckedWall: Int64(date.daysSinceEpoch) * Gregorian.dayLength + time, zone: offset)
    }

    /// A value from its two numbers; nil when they do not make a value.
    ///
    /// - Parameters:
    ///   - wall: `wallMicroseconds`.
    ///   - zone: `zoneNumber`.
    package init?(wall: Int64, zone: Int64?) {
        guard Self.wallRange.contains(wall) else { return nil }
        if let zone, (zone >> 6).magnitude >= Gregorian.dayLength.magnitude { return nil }
        self.init(uncheckedWall: wall, zone: zone.map { UTCOffset(packed: $0) })
    }

    /// The distance from UTC and its name as a number; nil for a naive value.
    package var zoneNumber: Int64? { packedZone == Self.naive ? nil : packedZone }

    /// Midnight of a date.
    package init(_ date: CalendarDate, offset: UTCOffset? = nil) {
        self.init(uncheckedWall: Int64(date.daysSinceEpoch) * Gregorian.dayLength, zone: offset)
    }

    /// The distance from UTC, nil for a naive value.
    package var offset: UTCOffset? { packedZone == Self.naive ? nil : UTCOffset(packed: packedZone) }
    /// Whether the value has no distance from UTC.
    package var isNaive: Bool { packedZone == Self.naive }

    /// The instant in microseconds since 1970 UTC; a naive value counts as UTC.
    package var microsecondsSinceEpoch: Int64 {
        packedZone == Self.naive ? wallMicroseconds : wallMicroseconds - packedZone >> 6
    }

    /// The day that the wall clock shows.
    package var date: CalendarDate { CalendarDate(uncheckedDay: dayNumber) }
    /// Days since 1970 on the wall clock.
    private var dayNumber: Int { Int(Gregorian.floorQuotient(wallMicroseconds, Gregorian.dayLength)) }
    /// Microseconds since midnight on the wall clock.
    package var microsecondOfDay: Int { Int(Gregorian.floorModulo(wallMicroseconds, Gregorian.dayLength)) }
    /// The year, 1 to 9999.
    package var year: Int { date.year }
    /// The month, 1 to 12.
    package var month: Int { date.month }
    /// The day of the month, 1 to 31.
    package var day: Int { date.day }
    /// The hour, 0 to 23.
    package var hour: Int { microsecondOfDay / 3_600_000_000 }
    /// The minute, 0 to 59.
    package var minute: Int { microsecondOfDay / 60_000_000 % 60 }
    /// The second, 0 to 59.
    package var second: Int { microsecondOfDay / 1_000_000 % 60 }
    /// The microsecond, 0 to 999,999.
    package var microsecond: Int { microsecondOfDay % 1_000_000 }

    /// Whether two values name the same instant, or two naive ones the same wall clock.
    package static func == (left: DateTime, right: DateTime) -> Bool {
        left.isNaive == right.isNaive && left.microsecondsSinceEpoch == right.microsecondsSinceEpoch
    }

    /// Hashes what equality regards.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(isNaive)
        hasher.combine(microsecondsSinceEpoch)
    }

    /// The value as `2024-02-29 10:00:00+00:00`, as text templates print it.
    package var description: String { isoformat(separator: " ") }
}
