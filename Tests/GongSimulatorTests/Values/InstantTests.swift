import Testing

@testable import GongSimulator

struct InstantTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("2026-09-10T12:00:00Z", 1_789_041_600_000_000),
        ("2026-09-10T14:00:00+02:00", 1_789_041_600_000_000), ("2026-09-10T05:00:00-0700", 1_789_041_600_000_000),
        ("2026-09-10T14:00:00.123456789+02", 1_789_041_600_123_456), ("1969-12-31T23:59:59.5Z", -500_000),
        ("2024-02-29T00:00:00Z", 1_709_164_800_000_000),
    ])
    func readsISO8601(text: String, microseconds: Int64) {
        #expect(Instant(iso8601: text)?.microseconds == microseconds)
    }

    @Test(arguments: [
        "", "2026-09-10", "2026-09-10T12:00:00", "2026-09-10T12:00Z", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z",
        "2026-09-10T24:00:00Z", "2026-09-10T12:00:00.Z", "2026-09-10T12:00:00 02:00", "2026-09-10T12:00:00Zx",
    ])
    func refusesAnythingElse(text: String) {
        #expect(Instant(iso8601: text) == nil)
    }

    @Test(arguments: [
        (0, true, 0, "\"2026-09-10T12:00:00Z\""), (0, false, 0, "\"2026-09-10T12:00:00+00:00\""),
        (120, false, 3, "\"2026-09-10T14:00:00.000+02:00\""), (-420, false, 0, "\"2026-09-10T05:00:00-07:00\""),
        (345, false, 6, "\"2026-09-10T17:45:00.000000+05:45\""),
    ])
    func writesTheOffset(minutes: Int, writesZ: Bool, digits: Int, expected: String) {
        let offset = UTCOffset(minutes: minutes, writesZ: writesZ)
        var writer = JSONWriter()
        writer.element(Timestamp(instant: .standardNow, offset: offset, fractionDigits: digits))
        #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
    }

    @Test(arguments: [("+02:00", 120), ("-07:00", -420), ("Z", 0), ("+0545", 345), ("-03", -180)])
    func readsOffsets(text: String, minutes: Int) {
        #expect(UTCOffset(text)?.minutes == minutes)
    }

    @Test(arguments: [(0, "2026-09-10"), (720, "2026-09-11"), (-721, "2026-09-09")])
    func findsTheDayOfAZone(minutes: Int, expected: String) {
        #expect(Instant.standardNow.day(in: UTCOffset(minutes: minutes)) == CalendarDay(expected))
    }

    @Test func countsDaysOverFourCenturies() throws {
        let first = try #require(CalendarDay("1800-01-01"))
        let last = try #require(CalendarDay("2200-01-01"))
        #expect(last.number - first.number == 146_097)
        for number in stride(from: first.number, through: last.number, by: 97) {
            let parts = CalendarDay(number: number).parts
            #expect(CalendarDay(year: parts.year, month: parts.month, day: parts.day)?.number == number)
        }
    }
}
