import Diagnostics
import JSON
import Testing

@testable import ManifestEngine

@Suite("State of a stream with partitions")
struct PartitionedStateTests {
    /// A parent takes its own entry, else the child's state for all, else the one value that is all the child has.
    @Test(
        "finds where a parent starts",
        arguments: [
            (#"{"parent_state":{"p":{"t":"2024-01-04"}},"state":{"u":"2024-01-05"}}"#, #"{"t":"2024-01-04"}"#),
            (#"{"parent_state":{"p":{}},"state":{"u":"2024-01-05"}}"#, "{}"),
            (#"{"parent_state":{"q":{"t":"2024-01-04"}},"state":{"u":"2024-01-05"}}"#, #"{"u":"2024-01-05"}"#),
            (#"{"states":[],"state":{"u":"2024-01-05"}}"#, #"{"u":"2024-01-05"}"#),
            (#"{"u":"2024-01-05"}"#, #"{"t":"2024-01-05"}"#),
            (#"{"u":1704412800}"#, #"{"t":1704412800}"#),
            (#"{"u":"2024-01-05","v":1}"#, nil),
            (#"{"__ab_full_refresh_sync_complete":true}"#, nil),
            (#"{"states":[]}"#, nil),
            ("{}", nil),
        ]
    )
    func parent(_ state: String, _ expected: String?) throws {
        let found = PartitionedState.parentState(in: try CursorTesting.object(state), named: "p", cursorField: "t")
        #expect(found.map { JSONValue.object($0).text } == expected)
        #expect(PartitionedState.parentState(in: nil, named: "p", cursorField: "t") == nil)
    }

    @Test(
        "an unknown partition starts at the value for all less the lookback, as the format can write it",
        arguments: [
            ("{}", "2024-01-01"),
            (#"{"u":"2024-01-05"}"#, "2024-01-05"),
            (#"{"state":{"u":"2024-01-05"}}"#, "2024-01-05"),
            (#"{"state":{"u":"2024-01-05"},"lookback_window":1}"#, "2024-01-04"),
            (#"{"state":{"u":"2024-01-05"},"lookback_window":"172800"}"#, "2024-01-03"),
            (#"{"state":{"u":"2024-01-02"},"lookback_window":864000}"#, "2024-01-01"),
            (#"{"state":{"v":1},"lookback_window":1}"#, "2024-01-01"),
        ]
    )
    func fresh(_ state: String, _ start: String) throws {
        let rules = try CursorTesting.rules()
        let progress = try PartitionedState(CursorTesting.object(state), rules: rules).freshProgress(rules)
        #expect(progress.initial == (try CursorTesting.instant(start)))
    }

    @Test(
        "refuses what it cannot read",
        arguments: [
            #"{"u":"soon"}"#, #"{"state":{"u":"soon"}}"#, #"{"state":{},"lookback_window":"x"}"#,
            #"{"state":{},"lookback_window":null}"#, #"{"states":[{"partition":{}}]}"#, #"{"states":["a"]}"#,
            #"{"states":[{"partition":{"id":1},"cursor":{"u":"soon"}}]}"#,
        ]
    )
    func unreadable(_ state: String) throws {
        let rules = try CursorTesting.rules()
        let input = try CursorTesting.object(state)
        let failure = #expect(throws: EngineFailure.self) {
            try PartitionedProgress(rules, state: input, isGlobal: false)
        }
        #expect(failure?.type == .config)
        #expect(failure?.message.contains("orders") == true)
    }
}
