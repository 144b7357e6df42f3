import Foundation
import ManifestEngineTesting
import Testing

@Suite("ConformanceSuite")
struct ConformanceSuiteTests {
    /// A folder with one case of this package, changed before it is run.
    private static func with(
        _ change: (URL) throws -> Void = { _ in },
        _ body: (ConformanceSuite) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "suite-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            at: folder.appending(path: "decoders"),
            withIntermediateDirectories: true
        )
        let test = folder.appending(path: "decoders/json_lines")
        try FileManager.default.copyItem(
            at: Company.package.appending(path: "conformance/decoders/json_lines"),
            to: test
        )
        try change(test)
        try await body(ConformanceSuite(folder: folder.path()))
    }

    @Test("finds the cases of a folder, and runs them")
    func passes() async throws {
        try await Self.with { suite in
            #expect(suite.cases.map(\.description) == ["decoders/json_lines"])
            for test in suite.cases { try await test.run() }
        }
    }

    /// Takes a record away, and expects another exit code.
    private static func spoil(_ test: URL) throws {
        let records = test.appending(path: "expected/records.jsonl")
        let text = try String(contentsOf: records, encoding: .utf8)
        let lines = text.split(separator: "\n").dropFirst()
        try Data(lines.joined(separator: "\n").utf8).write(to: records)
        let outcome = test.appending(path: "expected/outcome.json")
        let expected = try String(contentsOf: outcome, encoding: .utf8)
        try Data(expected.replacing("\"exit\": 0", with: "\"exit\": 1").utf8).write(to: outcome)
    }

    @Test("names what differs, and where")
    func fails() async throws {
        try await Self.with(Self.spoil) { suite in
            let failure = await #expect(throws: ConformanceSuite.Failure.self) { try await suite.cases[0].run() }
            let differences = failure?.differences ?? []
            #expect(differences.count == 2)
            #expect(differences.first?.hasPrefix("records.jsonl: not expected {\"stream\":\"things\"") == true)
            #expect(differences.last == "outcome.json: exit: found 0, expected 1")
            #expect(failure?.description.hasPrefix("decoders/json_lines:\n") == true)
        }
    }
}
