import Dates
import Testing

@testable import ManifestEngine

@Suite("Instants of a cursor")
struct CursorInstantTests {
    @Test("are ordered by the instant, whatever the offset")
    func order() throws {
        let one = try CursorTesting.instant("2024-01-05T10:00:00+0200")
        let same = try CursorTesting.instant("2024-01-05T08:00:00Z")
        let later = try CursorTesting.instant("2024-01-05T09:00:00Z")
        #expect(one == same)
        #expect(one < later && !(later < one))
        #expect(Set([one, same, later]).count == 2)
    }

    @Test("move by durations and stop at the ends of the calendar")
    func arithmetic() throws {
        let instant = try CursorTesting.instant("2024-01-31")
        #expect(instant.adding(try .parse("P1M")) == (try CursorTesting.instant("2024-02-29")))
        #expect(instant.subtracting(try .parse("P1D")) == (try CursorTesting.instant("2024-01-30")))
        #expect(instant.adding(try .parse("P9000Y")) == nil)
        #expect(instant.subtracting(try .parse("P9000Y")) == nil)
    }

    @Test(
        "durations know their direction",
        arguments: [
            ("P1D", false, false), ("-P1D", false, true), ("-P1M", false, true), ("PT0S", true, false),
            ("P1M", false, false),
        ]
    )
    func direction(_ text: String, _ isZero: Bool, _ isBackward: Bool) throws {
        let duration = try ISO8601Duration.parse(text)
        #expect(duration.isZero == isZero)
        #expect(duration.isBackward == isBackward)
    }
}
