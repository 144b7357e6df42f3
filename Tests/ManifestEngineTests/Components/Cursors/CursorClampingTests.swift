import Diagnostics
import JSON
import Testing

@testable import Manifest
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

@Suite("Clamping in a manifest")
struct CursorClampingTargetTests {
    @Test(
        "clamping names a period, and a weekday for weeks",
        arguments: [
            (#"{"target":"DAY"}"#, true), (#"{"target":"WEEK","target_details":{"weekday":"FRIDAY"}}"#, true),
            (#"{"target":"{{ config['by'] }}"}"#, true), (#"{"target":"YEAR"}"#, false),
            (#"{"target":"WEEK"}"#, false),
        ]
    )
    func clamping(_ clamping: String, _ isValid: Bool) throws {
        let fields = ManifestNode(json: .object(["clamping": try JSONValue(parsing: clamping)]))
        let faults = DatetimeBasedCursor.faults(in: try #require(fields.mapping))
        #expect(faults.isEmpty == isValid)
        #expect(faults.allSatisfy { $0.field == "clamping" && $0.fix != nil })
    }

    @Test("a template may name the period", arguments: [("DAY", CursorClamping.day), ("WEEK", .week(first: 4))])
    func template(_ by: String, _ expected: CursorClamping) throws {
        let clamping: JSONObject = [
            "target": "{{ config['by'] }}", "target_details": ["weekday": "FRIDAY"],
        ]
        let rules = try CursorTesting.rules(["clamping": .object(clamping)], config: ["by": .string(by)])
        #expect(rules.cutter.clamping == expected)
    }

    @Test("an unknown period fails the stream")
    func unknown() throws {
        #expect(throws: EngineFailure.self) {
            try CursorTesting.rules(["clamping": ["target": "{{ config['by'] }}"]], config: ["by": "WEEK"])
        }
    }
}
