import Diagnostics
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("Rate")
struct RateTests {
    @Test("is a number of calls in a length of time", arguments: [("5", 5), ("'5'", 5), ("\"{{ 2 + 3 }}\"", 5)])
    func value(limit: String, expected: Int) throws {
        let rate = try Rate(yaml: "limit: \(limit)\ninterval: PT1M").value(in: .sample())
        #expect(rate.limit == expected)
        #expect(rate.interval == 60)
    }

    @Test("an interval must be a length of time", arguments: ["P1M", "a minute", "PT0S"])
    func interval(text: String) {
        #expect(throws: ManifestFault.self) { try Rate(checking: "limit: 1\ninterval: \(text)") }
    }

    @Test("a limit that is not a whole number fails", arguments: ["{{ 'many' }}", "{{ 0 }}"])
    func limit(text: String) throws {
        let rate = try Rate(yaml: "limit: \"\(text)\"\ninterval: PT1S")
        #expect(throws: EngineFailure.self) { try rate.value(in: .sample()) }
    }
}
