import Testing
import YAML

@Suite("timestamps")
struct TimestampReaderTests {
    @Test(
        "outside the calendar are errors at their place",
        arguments: [
            ("2020-13-45", "month must be in 1..12"),
            ("2020-00-01", "month must be in 1..12"),
            ("2020-04-31", "day is out of range for month"),
            ("2021-02-29", "day is out of range for month"),
            ("1900-02-29", "day is out of range for month"),
            ("2020-01-00", "day is out of range for month"),
            ("0000-01-01", "year 0 is out of range"),
            ("2020-01-01 24:00:00", "hour must be in 0..23"),
            ("2020-01-01 00:60:00", "minute must be in 0..59"),
            ("2020-01-01 00:00:60", "second must be in 0..59"),
            ("2020-01-01 00:00:00+24:00", "the offset from UTC must be less than 24 hours"),
        ]
    )
    func refused(text: String, message: String) throws {
        let sample = Marked("start_date: ①\(text)")
        let error = try #require(failure(sample.text))
        #expect(error.message == message)
        #expect(error.position == sample["①"])
        #expect(error.hint == "if this is meant as a string, put it in quotes")
    }

    @Test("keep their parts and their text")
    func parts() throws {
        guard case .timestamp(let time) = try load("2001-12-14t21:59:43.10 -5:30").value else {
            Issue.record("not a timestamp")
            return
        }
        #expect([time.year, time.month, time.day] == [2001, 12, 14])
        #expect(time.time?.microsecond == 100_000)
        #expect(time.time?.utcOffset == -(5 * 60 + 30) * 60)
        #expect(time.isoFormat == "2001-12-14T21:59:43.100000-05:30")
        #expect(time.text == "2001-12-14t21:59:43.10 -5:30")
    }

    @Test("of a leap day are dates", arguments: ["2000-02-29", "2024-02-29"])
    func leapDays(text: String) throws {
        #expect(outline(try load(text)) == "time \(text)")
    }
}
