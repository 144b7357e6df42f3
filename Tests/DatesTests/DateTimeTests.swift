import Dates
import TestSupport
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

    @Test(arguments: try RecordedTable.rows("texts"))
    func prints(_ row: RecordedRow) throws {
        let value = try value(row.input)
        let name = value.offset?.name ?? ""
        #expect("\(value.isoformat())|\(value)|\(value.timestamp())|\(name)" == row.expected)
    }

    @Test(arguments: try RecordedTable.rows("representations"))
    func printsInsideLists(_ row: RecordedRow) throws {
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

    @Test(arguments: try RecordedTable.rows("refusesWhatIsNoTime"))
    func refusesWhatIsNoTime(_ row: RecordedRow) throws {
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

    @Test(arguments: try RecordedTable.rows("keepsTheNameItsZoneWasReadWith"))
    func keepsTheNameItsZoneWasReadWith(_ row: RecordedRow) throws {
        let value = try DateFormat(row.input, dialect: .plain).parse(row.argument)
        #expect(value.representation == row.expected)
        #expect(value.strftime("%Z") == "GMT")
    }
}
