extension DateTime {
    /// Compares two values: negative when this one is earlier, zero when equal, positive when later.
    ///
    /// Throws a type fault when one is naive and the other aware.
    package func order(_ other: DateTime) throws(DateError) -> Int {
        guard isNaive == other.isNaive else {
            throw DateError(.type, "can't compare offset-naive and offset-aware datetimes")
        }
        let (left, right) = (microsecondsSinceEpoch, other.microsecondsSinceEpoch)
        return left < right ? -1 : left == right ? 0 : 1
    }

    /// Adds a span to the wall clock and keeps the offset; throws an overflow outside years 1 to 9999.
    package func adding(_ delta: TimeDelta) throws(DateError) -> DateTime {
        guard let wall = Int64(exactly: Int128(wallMicroseconds) + delta.totalMicroseconds) else { throw .outOfRange }
        return try DateTime(wallMicroseconds: wall, offset: offset)
    }

    /// Takes a span off the wall clock and keeps the offset; throws an overflow outside years 1 to 9999.
    package func subtracting(_ delta: TimeDelta) throws(DateError) -> DateTime {
        try adding(TimeDelta(unchecked: -delta.totalMicroseconds))
    }

    /// The span from another value to this one; throws a type fault when one is naive and the other aware.
    package func since(_ other: DateTime) throws(DateError) -> TimeDelta {
        guard isNaive == other.isNaive else {
            throw DateError(.type, "can't subtract offset-naive and offset-aware datetimes")
        }
        return TimeDelta(unchecked: Int128(microsecondsSinceEpoch) - Int128(other.microsecondsSinceEpoch))
    }

    /// The same instant on a clock at another offset; a naive value counts as UTC.
    ///
    /// Throws an overflow outside years 1 to 9999.
    package func converted(to offset: UTCOffset) throws(DateError) -> DateTime {
        try DateTime(microsecondsSinceEpoch: microsecondsSinceEpoch, offset: offset)
    }

    /// The same wall clock with another offset, or with none.
    package func replacing(offset: UTCOffset?) -> DateTime {
        DateTime(uncheckedWall: wallMicroseconds, zone: offset)
    }

    /// Changes some parts of the wall clock; throws a value fault when the result is not a date or time.
    package func replacing(
        year: Int? = nil,
        month: Int? = nil,
        day: Int? = nil,
        hour: Int? = nil,
        minute: Int? = nil,
        second: Int? = nil,
        microsecond: Int? = nil
    ) throws(DateError) -> DateTime {
        let now = date.fields
        return try DateTime(
            year: year ?? now.year,
            month: month ?? now.month,
            day: day ?? now.day,
            hour: hour ?? self.hour,
            minute: minute ?? self.minute,
            second: second ?? self.second,
            microsecond: microsecond ?? self.microsecond,
            offset: offset
        )
    }

    /// Seconds since 1970 UTC with a fraction; a naive value counts as UTC.
    package func timestamp() -> Double { EpochNumber.seconds(ofMicroseconds: Int128(microsecondsSinceEpoch)) }
}
