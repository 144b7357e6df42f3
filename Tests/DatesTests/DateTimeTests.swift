import Dates
import Testing

/// Instants and wall clocks.
///
/// The tables hold what Python and the reference implementation give.
@Suite struct DateTimeTests {
    private func value(_ text: String) throws -> DateTime {
        let parts = text.split(separator: "|", omittingEmptySubsequences: false)
        let wall = try #require(Int64(parts[0]))
        return try DateTime(wallMicroseconds: wall, offset: Int(parts[1]).flatMap(UTCOffset.init(seconds:)))
    }

    @Test(arguments: texts)
    func prints(_ row: DateCase) throws {
        let value = try value(row.input)
        let name = value.offset?.name ?? ""
        #expect("\(value.isoformat())|\(value)|\(value.timestamp())|\(name)" == row.expected)
    }

    @Test(arguments: representations)
    func printsInsideLists(_ row: DateCase) throws {
        #expect(try value(row.input).representation == row.expected)
    }

    @Test func comparesInstants() throws {
        let early = try DateTime(year: 2024, month: 1, day: 1, hour: 5, offset: UTCOffset(seconds: 18_000))
        let same = try DateTime(year: 2024, month: 1, day: 1, offset: .utc)
        let naive = try DateTime(year: 2024, month: 1, day: 1)
        #expect(early == same && early.hashValue == same.hashValue && naive != same)
        #expect(try early.order(same) == 0)
        #expect(try naive.order(naive.adding(TimeDelta(microseconds: 1))) < 0)
        #expect(try same.adding(TimeDelta(seconds: 1)).order(early) > 0)
        #expect(try same.adding(TimeDelta(days: 1)).since(early) == TimeDelta(days: 1))
        #expect(
            fault { () throws(DateError) in try naive.order(same) }
                == "TypeError: can't compare offset-naive and offset-aware datetimes"
        )
        #expect(
            fault { () throws(DateError) in try naive.since(same) }
                == "TypeError: can't subtract offset-naive and offset-aware datetimes"
        )
    }

    @Test func convertsBetweenOffsets() throws {
        let value = try DateTime(year: 2024, month: 1, day: 1, offset: .utc)
        let east = try value.converted(to: try #require(UTCOffset(seconds: 19_800)))
        #expect(east == value)
        #expect(east.isoformat() == "2024-01-01T05:30:00+05:30")
        #expect(try DateTime(microsecondsSinceEpoch: east.microsecondsSinceEpoch) == value)
        #expect(value.replacing(offset: nil).isNaive)
        #expect(try value.replacing(month: 2, day: 29, hour: 7).isoformat() == "2024-02-29T07:00:00+00:00")
        let first = try DateTime(year: 1, month: 1, day: 1, offset: UTCOffset(seconds: 1))
        #expect(
            fault { () throws(DateError) in try first.converted(to: .utc) } == "OverflowError: date value out of range"
        )
    }

    @Test(arguments: [
        DateCase("24 0 0 0", "ValueError: hour must be in 0..23"),
        DateCase("0 60 0 0", "ValueError: minute must be in 0..59"),
        DateCase("0 0 60 0", "ValueError: second must be in 0..59"),
        DateCase("0 0 0 1000000", "ValueError: microsecond must be in 0..999999"),
    ])
    func refusesWhatIsNoTime(_ row: DateCase) throws {
        let part = try row.input.split(separator: " ").map { try #require(Int($0)) }
        let text = fault { () throws(DateError) in
            try DateTime(
                year: 1,
                month: 1,
                day: 1,
                hour: part[0],
                minute: part[1],
                second: part[2],
                microsecond: part[3]
            )
        }
        #expect(text == row.expected)
    }

    @Test(arguments: [
        DateCase(
            "%Y %Z %z",
            "2024 GMT +0000",
            "datetime.datetime(2024, 1, 1, 0, 0, tzinfo=datetime.timezone(datetime.timedelta(0), 'GMT'))"
        )
    ])
    func keepsTheNameItsZoneWasReadWith(_ row: DateCase) throws {
        let value = try DateFormat(row.input, dialect: .plain).parse(row.argument)
        #expect(value.representation == row.expected)
        #expect(value.strftime("%Z") == "GMT")
    }

    static let texts = [
        DateCase("-62135596800000000|0", "0001-01-01T00:00:00+00:00|0001-01-01 00:00:00+00:00|-62135596800.0|UTC"),
        DateCase("-1|0", "1969-12-31T23:59:59.999999+00:00|1969-12-31 23:59:59.999999+00:00|-1e-06|UTC"),
        DateCase(
            "1709208000000000|19800",
            "2024-02-29T12:00:00+05:30|2024-02-29 12:00:00+05:30|1709188200.0|UTC+05:30"
        ),
        DateCase(
            "1709208001000500|-3661",
            "2024-02-29T12:00:01.000500-01:01:01|2024-02-29 12:00:01.000500-01:01:01|1709211662.0005|UTC-01:01:01"
        ),
        DateCase("1704067201000000|", "2024-01-01T00:00:01|2024-01-01 00:00:01|1704067201.0|"),
        DateCase(
            "253402300799999999|-3600",
            "9999-12-31T23:59:59.999999-01:00|9999-12-31 23:59:59.999999-01:00|253402304400.0|UTC-01:00"
        ),
        DateCase(
            "10413792000000001|0",
            "2300-01-01T00:00:00.000001+00:00|2300-01-01 00:00:00.000001+00:00|10413792000.000002|UTC"
        ),
        DateCase(
            "64073725261123457|0",
            "4000-06-01T01:01:01.123457+00:00|4000-06-01 01:01:01.123457+00:00|64073725261.12346|UTC"
        ),
    ]

    static let representations = [
        DateCase("-62135596800000000|0", "datetime.datetime(1, 1, 1, 0, 0, tzinfo=datetime.timezone.utc)"),
        DateCase("-1|0", "datetime.datetime(1969, 12, 31, 23, 59, 59, 999999, tzinfo=datetime.timezone.utc)"),
        DateCase(
            "1709208000000000|19800",
            "datetime.datetime(2024, 2, 29, 12, 0, tzinfo=datetime.timezone(datetime.timedelta(seconds=19800)))"
        ),
        DateCase(
            "1709208001000500|-3661",
            "datetime.datetime(2024, 2, 29, 12, 0, 1, 500, tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=82739)))"
        ),
        DateCase("1704067201000000|", "datetime.datetime(2024, 1, 1, 0, 0, 1)"),
        DateCase(
            "253402300799999999|-3600",
            "datetime.datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=82800)))"
        ),
        DateCase("10413792000000001|0", "datetime.datetime(2300, 1, 1, 0, 0, 0, 1, tzinfo=datetime.timezone.utc)"),
        DateCase("64073725261123457|0", "datetime.datetime(4000, 6, 1, 1, 1, 1, 123457, tzinfo=datetime.timezone.utc)"),
    ]
}
