import Testing

@testable import ManifestEngine

@Suite("Clamping")
struct CursorClampingTests {
    /// 2024-01-01 was a Monday.
    private static let rows: [(CursorClamping, moment: String, ceiling: String, floor: String)] = [
        (.day, "2024-01-15T00:00:00+0200", "2024-01-15T00:00:00+0200", "2024-01-15T00:00:00+0200"),
        (.day, "2024-01-15T00:00:01Z", "2024-01-16T00:00:00Z", "2024-01-15T00:00:00Z"),
        (.week(first: 0), "2024-01-01T10:00:00Z", "2024-01-01T00:00:00Z", "2024-01-01T00:00:00Z"),
        (.week(first: 0), "2024-01-02T00:00:00Z", "2024-01-08T00:00:00Z", "2024-01-01T00:00:00Z"),
        (.week(first: 6), "2024-01-05T00:00:00Z", "2024-01-07T00:00:00Z", "2023-12-31T00:00:00Z"),
        (.month, "2024-01-01T10:00:00Z", "2024-01-01T00:00:00Z", "2024-01-01T00:00:00Z"),
        (.month, "2024-01-15T10:00:00Z", "2024-02-01T00:00:00Z", "2024-01-01T00:00:00Z"),
        (.month, "2024-12-31T00:00:00Z", "2025-01-01T00:00:00Z", "2024-12-01T00:00:00Z"),
    ]

    @Test("moves to the beginning of a period", arguments: rows)
    private func clamp(_ clamping: CursorClamping, _ moment: String, _ ceiling: String, _ floor: String) throws {
        let instant = try CursorTesting.instant(moment)
        #expect(clamping.ceiling(instant) == (try CursorTesting.instant(ceiling)))
        #expect(clamping.floor(instant) == (try CursorTesting.instant(floor)))
    }

    @Test("leaves the last moments of the calendar where they are")
    func end() throws {
        let last = try CursorTesting.instant("9999-12-31T10:00:00Z")
        #expect(CursorClamping.day.ceiling(last) == last)
        #expect(CursorClamping.month.ceiling(last) == last)
    }
}
