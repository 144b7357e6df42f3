import Dates
import JSON
import Testing

@testable import ManifestEngine

@Suite("Slice cutter")
struct SliceCutterTests {
    private typealias Row = (setup: String, slices: [String])

    private static let stateInTwoPieces = """
        "state": {"state_type": "date-range", "slices": [
            {"start": "2024-01-01", "end": "2024-01-03"}, {"start": "2024-01-06", "end": "2024-01-07"}
        ]}
        """
    private static let threeDays = #""step": "P3D", "cursor_granularity": "P1D""#

    @Test(
        "cuts what was not read",
        arguments: [
            ("", ["01-01..01-10"]),
            (threeDays, ["01-01..01-03", "01-04..01-06", "01-07..01-10"]),
            (#""step": "P9D", "cursor_granularity": "P1D""#, ["01-01..01-10"]),
            (#""state": {"u": "2024-01-05"}, \#(threeDays)"#, ["01-05..01-07", "01-08..01-10"]),
            (
                #""state": {"u": "2024-01-05"}, "lookback_window": "P2D", \#(threeDays)"#,
                ["01-03..01-05", "01-06..01-08", "01-09..01-10"]
            ),
            (#""state": {"u": "2024-01-05"}, "lookback_window": "P20D""#, ["01-01..01-10"]),
            (#""state": {"u": "2023-06-01"}"#, ["01-01..01-10"]),
            (#""state": {"u": "2024-02-01"}"#, []),
            (#""end_datetime": "2023-12-31""#, []),
            (#""end_datetime": "2024-01-01""#, []),
            (#""end_datetime": "2024-01-01", \#(threeDays)"#, ["01-01..01-01"]),
            (#""end_datetime": "2024-01-01", "is_compare_strictly": true, \#(threeDays)"#, []),
            ("\(stateInTwoPieces), \(threeDays)", ["01-04..01-05", "01-07..01-10"]),
            (
                """
                "start_datetime": "2024-01-31", "end_datetime": "2024-04-15", "step": "P1M", "cursor_granularity": "P1D"
                """,
                ["01-31..02-28", "02-29..03-28", "03-29..04-15"]
            ),
            (
                """
                "start_datetime": "2024-01-15", "end_datetime": "2024-04-15", "step": "P1M",
                "cursor_granularity": "P1D", "clamping": {"target": "MONTH"}
                """,
                ["02-01..02-29", "03-01..03-31"]
            ),
        ]
    )
    func slices(_ fields: String, _ expected: [String]) throws {
        var fields = try CursorTesting.object("{\(fields)}")
        let state = fields.removeValue(forKey: "state")?.object
        let cursor = try DatetimeStreamCursor(CursorTesting.rules(fields), state: state)
        #expect(
            CursorTesting.bounds(try cursor.begin())
                == expected.map { bounds in
                    bounds.split(separator: "..").map { "2024-\($0)" }.joined(separator: "..")
                }
        )
    }

    @Test("ends a slice one unit before the next starts, by the unit of the format")
    func seconds() throws {
        let rules = try CursorTesting.rules([
            "datetime_format": "%Y-%m-%dT%H:%M:%SZ", "start_datetime": "2024-01-01T05:00:00Z",
            "end_datetime": "2024-01-03T00:00:00Z", "step": "P1D", "cursor_granularity": "PT1S",
        ])
        let slices = try DatetimeStreamCursor(rules, state: nil).begin()
        #expect(
            CursorTesting.bounds(slices) == [
                "2024-01-01T05:00:00Z..2024-01-02T04:59:59Z", "2024-01-02T05:00:00Z..2024-01-03T00:00:00Z",
            ]
        )
    }

    @Test("takes whole weeks when the step is shorter than a day")
    func shortStepInWeeks() throws {
        let rules = try CursorTesting.rules([
            "start_datetime": "2024-01-01", "end_datetime": "2024-01-16", "step": "PT12H", "cursor_granularity": "P1D",
            "clamping": ["target": "WEEK", "target_details": ["weekday": "MONDAY"]],
        ])
        let slices = try DatetimeStreamCursor(rules, state: nil).begin()
        #expect(CursorTesting.bounds(slices) == ["2024-01-01..2024-01-07", "2024-01-08..2024-01-14"])
    }

    @Test("stays within the calendar", arguments: [("step", "P9000Y"), ("lookback_window", "P3000Y")])
    func farAway(_ field: String, _ duration: String) throws {
        var fields: JSONObject = [field: .string(duration)]
        if field == "step" { fields["cursor_granularity"] = "P1D" }
        let cursor = try DatetimeStreamCursor(CursorTesting.rules(fields), state: nil)
        #expect(CursorTesting.bounds(try cursor.begin()) == ["2024-01-01..2024-01-10"])
    }

    @Test(
        "halves a slice by units",
        arguments: [
            ("2024-01-01", "2024-01-10", "P1D", "2024-01-05", "2024-01-06"),
            ("2024-01-01", "2024-01-05", "P1D", "2024-01-02", "2024-01-03"),
            ("2024-01-01", "2024-01-02", "P1D", "2024-01-01", "2024-01-02"),
        ]
    )
    func halves(_ start: String, _ end: String, _ unit: String, _ firstEnd: String, _ secondStart: String) throws {
        let rules = try CursorTesting.rules(["step": "P30D", "cursor_granularity": .string(unit)])
        let slice = StreamSlice(cursor: ["start_time": .string(start), "end_time": .string(end)])
        let halves = try #require(try rules.split(slice, minimum: nil))
        #expect(
            CursorTesting.bounds([halves.first, halves.second]) == ["\(start)..\(firstEnd)", "\(secondStart)..\(end)"]
        )
    }

    @Test(
        "does not halve what is small enough",
        arguments: [
            ("2024-01-01", "2024-01-01", 0, true), ("2024-01-01", "2024-01-09", 8, true),
            ("2024-01-02", "2024-01-01", 0, true), ("2024-01-01", "2024-01-09", 0, false),
        ]
    )
    func floor(_ start: String, _ end: String, _ minimumDays: Int, _ hasUnit: Bool) throws {
        let unit: JSONObject = hasUnit ? ["step": "P30D", "cursor_granularity": "P1D"] : [:]
        let slice = StreamSlice(cursor: ["start_time": .string(start), "end_time": .string(end)])
        let minimum = minimumDays == 0 ? nil : try TimeDelta(days: minimumDays)
        let halves = try CursorTesting.rules(unit).split(slice, minimum: minimum)
        #expect(halves == nil)
    }
}
