import Diagnostics
import JSON
import Testing

@testable import Manifest
@testable import ManifestEngine

@Suite("Clamping in a manifest")
struct CursorClampingTargetTests {
    @Test(
        "clamping names a period, and a weekday for weeks",
        arguments: [
            (#"{"target":"DAY"}"#, true), (#"{"target":"WEEK","target_details":{"weekday":"FRIDAY"}}"#, true),
            (#"{"target":"{{ config['by'] }}"}"#, true), (#"{"target":"YEAR"}"#, false), ("{}", false),
            (#"{"target":"WEEK"}"#, false), (#"{"target":"WEEK","target_details":{"weekday":"friday"}}"#, false),
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

    @Test("a period that is none fails the stream")
    func unknown() throws {
        #expect(throws: EngineFailure.self) {
            try CursorTesting.rules(["clamping": ["target": "{{ config['by'] }}"]], config: ["by": "WEEK"])
        }
    }
}
