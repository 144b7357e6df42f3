import Dates
import Diagnostics
import JSON
import ManifestEngineTesting
import Testing
import YAML

@testable import Manifest
@testable import ManifestEngine

@Suite("DatetimeBasedCursor")
struct DatetimeBasedCursorTests {
    private func faults(_ fields: String) throws -> [String] {
        let node = ManifestNode(json: .object(try CursorTesting.object(fields)))
        return DatetimeBasedCursor.faults(in: try #require(node.mapping)).map { "\($0.field ?? "-"): \($0.message)" }
    }

    @Test("step and granularity go together")
    func pair() throws {
        #expect(try faults(#"{"step":"P1D"}"#) == ["step: 'step' works only together with 'cursor_granularity'"])
        #expect(try faults(#"{"cursor_granularity":"P1D","step":""}"#).count == 1)
        #expect(try faults(#"{"cursor_granularity":"P1D","step":"P1D"}"#).isEmpty)
        #expect(try faults("{}").isEmpty)
    }

    @Test("reads its fields from templates")
    func templates() throws {
        let rules = try CursorTesting.rules(
            [
                "cursor_field": "{{ config['field'] }}", "start_datetime": "{{ config['from'] }}",
                "step": "P{{ config['days'] }}D", "cursor_granularity": "P1D",
                "lookback_window": "P{{ config['back'] }}D", "clamping": ["target": "{{ config['by'] }}"],
                "partition_field_start": "{{ config['field'] }}_from",
            ],
            config: ["field": "changed", "from": "2024-01-02", "days": 3, "back": 0, "by": "DAY"]
        )
        #expect(rules.cursorField == "changed")
        #expect(rules.cutter.start == (try CursorTesting.instant("2024-01-02")))
        #expect(rules.cutter.step == (try .parse("P3D")))
        #expect(rules.cutter.lookback == nil)
        #expect(rules.cutter.clamping == .day)
        #expect(rules.startField == "changed_from")
        #expect(rules.endField == "end_time")
    }

    @Test(
        "refuses what it cannot use",
        arguments: [
            ("start_datetime", ""), ("start_datetime", "01.01.2024"), ("lookback_window", "2 days"),
            ("lookback_window", "-P1D"), ("step", "-P1D"), ("clamping", "YEAR"),
        ]
    )
    func refusals(_ field: String, _ value: String) throws {
        let fields: JSONObject = [field: field == "clamping" ? ["target": .string(value)] : .string(value)]
        let definition = try CursorTesting.definition(fields)
        let failure = #expect(throws: EngineFailure.self) {
            try definition.makeCursor(CursorTesting.setup(), in: CursorTesting.scope())
        }
        // A date is read by the code that reads the API's dates, and the reference makes no difference there.
        #expect(failure?.type == (field == "start_datetime" ? .system : .config))
    }

    @Test(
        "a granularity finer than the format writes is reported, one that fits is not",
        arguments: [("%Y-%m-%d", "PT1S", true), ("%Y-%m-%dT%H:%M:%SZ", "PT1S", false), ("%Y-%m", "P1D", true)]
    )
    func fineGranularity(format: String, granularity: String, isTold: Bool) throws {
        let yaml = """
            cursor_field: at
            datetime_format: "\(format)"
            start_datetime: "2024-01-01"
            step: P1M
            cursor_granularity: \(granularity)
            """
        let found = try DatetimeBasedCursor.diagnostics(yaml: yaml).filter { $0.code == "no-effect" }
        #expect(found.map(\.severity) == (isTold ? [.warning] : []))
        #expect(found.allSatisfy { $0.message.hasPrefix("'cursor_granularity' \(granularity) is finer than") })
        #expect(found.allSatisfy { $0.place?.range.start.line == 5 })
    }

    @Test("a granularity that is not a duration is a fault of the manifest", arguments: ["1 day", "-P1D"])
    func granularity(_ text: String) throws {
        #expect(throws: ManifestFault.self) {
            try DatetimeBasedCursor(
                checking: """
                    cursor_field: u
                    datetime_format: "%Y-%m-%d"
                    start_datetime: "2024-01-01"
                    step: P1D
                    cursor_granularity: \(text)
                    """
            )
        }
    }

    @Test("an end that cannot be read fails when slices are made")
    func end() throws {
        let cursor = try DatetimeStreamCursor(CursorTesting.rules(["end_datetime": "soon"]), state: nil)
        #expect(throws: EngineFailure.self) { try cursor.begin() }
    }

    @Test("without an end reads up to now, with its fraction and in UTC")
    func now() throws {
        let rules = try CursorTesting.rules([
            "datetime_format": "%Y-%m-%dT%H:%M:%S.%f%z", "start_datetime": "2024-04-30T12:00:00.000000+0200",
            "end_datetime": "",
        ])
        #expect(
            CursorTesting.bounds(try DatetimeStreamCursor(rules, state: nil).begin()) == [
                "2024-04-30T12:00:00.000000+0200..2024-05-01T00:00:00.000000+0000"
            ]
        )
    }

    @Test("puts the bounds of a slice where the options say")
    func injection() throws {
        let definition = try CursorTesting.definition([
            "partition_field_start": "from",
            "start_time_option": ["type": "RequestOption", "inject_into": "request_parameter", "field_name": "since"],
            "end_time_option": [
                "type": "RequestOption", "inject_into": "body_json", "field_path": ["filter", "until"],
            ],
        ])
        let scope = try CursorTesting.scope()
        let slice = try definition.makeCursor(CursorTesting.setup(), in: scope).begin()[0]
        #expect(slice.cursor == ["from": "2024-01-01", "end_time": "2024-01-10"])
        let parts = try definition.requestParts(for: slice, in: scope)
        #expect(parts.parameters == ["since": "2024-01-01"])
        #expect(parts.bodyJSON == ["filter": ["until": "2024-01-10"]])
        #expect(try definition.requestParts(for: StreamSlice(), in: scope) == RequestParts())
    }

    @Test("makes the cursor that the stream needs")
    func forms() throws {
        let definition = try CursorTesting.definition(["global_substream_cursor": true])
        let scope = try CursorTesting.scope()
        #expect(definition.isGlobal)
        #expect(try definition.makeCursor(CursorTesting.setup(), in: scope) is DatetimeStreamCursor)
        let cursor = try definition.makeCursor(CursorTesting.setup(isPartitioned: true), in: scope)
        #expect(cursor.state == ["use_global_cursor": true, "lookback_window": 0])
    }
}
