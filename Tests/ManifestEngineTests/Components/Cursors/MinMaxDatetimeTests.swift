import Dates
import Diagnostics
import JSON
import Testing

@testable import ManifestEngine

@Suite("MinMaxDatetime")
struct MinMaxDatetimeTests {
    private func moment(_ fields: String) throws -> String {
        let reader = CursorTesting.reader(try CursorTesting.object(fields), type: "MinMaxDatetime")
        let scope = try CursorTesting.scope(config: ["d": "2024-03-01", "none": ""])
        return try MinMaxDatetime(reader).moment(format: DateFormat("%Y-%m-%d"), in: scope).isoformat()
    }

    @Test(
        "applies the minimum, then the maximum",
        arguments: [
            (#"{"datetime":"2024-01-05"}"#, "2024-01-05T00:00:00+00:00"),
            (#"{"datetime":"2024-01-05","min_datetime":"2024-01-07"}"#, "2024-01-07T00:00:00+00:00"),
            (#"{"datetime":"2024-01-05","max_datetime":"2024-01-03"}"#, "2024-01-03T00:00:00+00:00"),
            (
                #"{"datetime":"2024-01-05","min_datetime":"2024-01-07","max_datetime":"2024-01-03"}"#,
                "2024-01-03T00:00:00+00:00"
            ),
            (
                #"{"datetime":"{{ config['d'] }}","min_datetime":"{{ config['none'] }}"}"#,
                "2024-03-01T00:00:00+00:00"
            ),
            (#"{"datetime":"1704412800","datetime_format":"%s"}"#, "2024-01-05T00:00:00+00:00"),
            (
                #"{"datetime":"2024-01-05T10:00:00.5+0200","datetime_format":"%Y-%m-%dT%H:%M:%S.%f%z"}"#,
                "2024-01-05T10:00:00.500000+02:00"
            ),
        ]
    )
    func bounds(_ fields: String, _ expected: String) throws {
        #expect(try moment(fields) == expected)
    }

    @Test("a text that does not fit the format is a system error, as in the reference", arguments: ["", "05.01.2024"])
    func unreadable(_ text: String) throws {
        let failure = #expect(throws: EngineFailure.self) { try moment(#"{"datetime":"\#(text)"}"#) }
        #expect(failure?.type == .system)
        #expect(failure?.message.contains("%Y-%m-%d") == true)
    }
}
