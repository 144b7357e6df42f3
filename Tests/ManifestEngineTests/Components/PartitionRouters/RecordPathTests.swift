import Diagnostics
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("RecordPath")
struct RecordPathTests {
    @Test(
        "finds a value by a path of text",
        arguments: [
            (#"{"2020":1}"#, "2020", "1"), (#"{"a":[5,6]}"#, "a/0", "5"), (#"{"a":[5,6]}"#, "a/-1", "6"),
            (#"{"a":{"b":1}}"#, "a//b", "-"), (#"{"a":{"b":1}}"#, "/a/b", "1"), (#"{"a":{"b":1}}"#, "a/b/", "-"),
            (#"{"a":{"0":1}}"#, "a/0", "1"), (#"{"a/b":1}"#, "a/b", "-"), (#"{"ab":1}"#, "a*", "1"),
            (#"{"a":{"b":null}}"#, "a/b", "null"), (#"{"a":1}"#, "a/b", "-"),
        ]
    )
    func value(_ record: String, _ path: String, _ expected: String) throws {
        #expect(try RecordPath(text: path).value(in: Record(json: record))?.text ?? "-" == expected)
    }

    @Test("a pattern that matches several values fails")
    func several() throws {
        let record = try Record(json: #"{"ab":1,"ac":2}"#)
        #expect(throws: EngineFailure.self) { try RecordPath(text: "a*").value(in: record) }
    }

    @Test("an integer is an index only", arguments: [(#"{"a":[5]}"#, "5"), (#"{"a":{"0":1}}"#, "-")])
    func index(_ record: String, _ expected: String) throws {
        let path = RecordPath(["a", 0])
        #expect(path.name == "a.0")
        #expect(try path.value(in: Record(json: record))?.text ?? "-" == expected)
    }
}
