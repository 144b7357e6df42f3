import Diagnostics
import JSON
import Testing

@testable import ManifestEngine

@Suite("Progress of a cursor")
struct CursorProgressTests {
    @Test(
        "reads a state and tells it again",
        arguments: [
            ("{}", "2024-01-01", #"{"u":"2024-01-01"}"#),
            (#"{"u":"2024-01-05"}"#, "2024-01-05", #"{"u":"2024-01-05"}"#),
            (#"{"u":"2023-01-05"}"#, "2024-01-01", #"{"u":"2024-01-01"}"#),
            (#"{"a":1,"u":"2024-01-05","b":null}"#, "2024-01-05", #"{"a":1,"u":"2024-01-05","b":null}"#),
            (#"{"a":1}"#, "2024-01-01", #"{"a":1,"u":"2024-01-01"}"#),
            (
                #"{"state_type":"date-range","slices":[{"start":"2024-01-01","end":"2024-01-04"}]}"#, "2024-01-04",
                #"{"u":"2024-01-01"}"#
            ),
            (
                """
                {"state_type":"date-range","slices":[
                    {"start":"2024-01-01","end":"2024-01-04","most_recent_cursor_value":"2024-01-02"}
                ]}
                """,
                "2024-01-02", #"{"u":"2024-01-02"}"#
            ),
            (#"{"state_type":"date-range","slices":[]}"#, "2024-01-01", #"{"u":"2024-01-01"}"#),
        ]
    )
    func state(_ input: String, _ initial: String, _ output: String) throws {
        let rules = try CursorTesting.rules()
        let progress = try CursorProgress(CursorTesting.object(input), rules: rules)
        #expect(progress.initial == (try CursorTesting.instant(initial)))
        #expect(JSONValue.object(progress.state(rules)).text == output)
    }

    @Test(
        "refuses a state it cannot read",
        arguments: [
            #"{"u":null}"#, #"{"u":"05.01.2024"}"#, #"{"u":{}}"#,
            #"{"state_type":"date-range","slices":[{"start":"2024-01-01"}]}"#,
            #"{"state_type":"date-range","slices":[{"start":"x","end":"2024-01-01"}]}"#,
        ]
    )
    func unreadable(_ input: String) throws {
        let rules = try CursorTesting.rules()
        let state = try CursorTesting.object(input)
        let failure = #expect(throws: EngineFailure.self) { try CursorProgress(state, rules: rules) }
        #expect(failure?.type == .config)
        #expect(failure?.message.contains("'u'") == true)
    }
}
