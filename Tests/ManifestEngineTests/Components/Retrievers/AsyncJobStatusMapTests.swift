import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("AsyncJobStatusMap")
struct AsyncJobStatusMapTests {
    private static let yaml = "{running: [a, b], completed: [c], failed: [d], timeout: []"

    @Test(
        "says what a status means",
        arguments: [
            ("a", .running), ("b", .running), ("c", .completed), ("d", .failed), ("e", .skipped), ("f", nil),
            ("A", nil),
        ] as [(String, AsyncJobStatusMap.Meaning?)]
    )
    func meanings(_ status: String, _ meaning: AsyncJobStatusMap.Meaning?) throws {
        #expect(try AsyncJobStatusMap(fields: "\(Self.yaml), skipped: [e]}").meaning(of: status) == meaning)
    }

    @Test("a status is in one list")
    func twice() throws {
        let faults = try AsyncJobStatusMap.diagnostics(yaml: "\(Self.yaml), skipped: [c]}")
        #expect(faults.map { $0.headline.contains("the status 'c' is in 'completed' too") } == [true])
        #expect(
            try AsyncJobStatusMap.diagnostics(yaml: "{running: [], completed: [], failed: []}").map(\.code) == [
                "missing-field"
            ]
        )
    }
}
