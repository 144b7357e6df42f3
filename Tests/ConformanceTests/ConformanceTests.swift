import Foundation
import JSON
import ManifestEngineTesting
import Testing

/// Runs every folder of `conformance/` and compares with what the reference did there.
@Suite("conformance")
struct ConformanceTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    /// The one case to run, such as `decoders/csv`; all if nil.
    private static let chosen = ProcessInfo.processInfo.environment["CASE"]
    static let cases = ((try? ConformanceCase.all(in: root.appending(path: "conformance"))) ?? []).filter { test in
        chosen.map { test.description == $0 } ?? true
    }

    @Test("the case that was chosen is there", .enabled(if: chosen != nil))
    func chosenCase() { #expect(Self.cases.count == 1, "there is no case \(Self.chosen ?? "")") }

    @Test("there are enough cases", .enabled(if: chosen == nil))
    func enoughCases() { #expect(Self.cases.count >= 60) }

    @Test("same as the reference", arguments: cases)
    func conforms(_ test: ConformanceCase) async throws {
        let manifest = Self.root.appending(path: "manifests/gong.yaml")
        let results = try await ConformanceRun(test, sharedManifest: manifest).results()
        for (run, result) in zip(1..., results) {
            let expected = try test.expected(run)
            #expect(result.unanswered == [])
            compare(result, expected)
        }
    }

    private func compare(_ result: ConformanceRun.Result, _ expected: ConformanceCase.Expected) {
        if let records = expected.records {
            #expect(result.records.map(Normal.line).sorted() == records.map(Normal.line).sorted())
        }
        if let state = expected.state { #expect(JSONValue.object(result.state) == state) }
        #expect(result.requests.map(Normal.line).sorted() == expected.requests.map(Normal.line).sorted())
        for name in ["exit", "catalog", "spec", "statuses", "controls"] {
            #expect(result.outcome[name] == expected.outcome[name], "\(name)")
        }
        #expect(result.outcome["check"]?["status"] == expected.outcome["check"]?["status"])
        #expect(Self.sorted(result.outcome["waits"]) == Self.sorted(expected.outcome["waits"]))
        #expect(ErrorKind.same(result.outcome, expected.outcome), "\(result.outcome["errors"]?.text ?? "")")
    }

    /// The waits in order of their length, to the microsecond.
    private static func sorted(_ waits: JSONValue?) -> [Int] {
        (waits?.array ?? []).compactMap { wait in
            switch wait.opened {
            case .integer(let seconds): seconds * 1_000_000
            case .double(let seconds): Int((seconds * 1_000_000).rounded())
            default: nil
            }
        }.sorted()
    }
}

/// The errors of a run by stream and kind; the wording is the engine's own.
enum ErrorKind {
    /// Whether two outcomes have the same errors; where the reference tells no kind, any kind will do.
    static func same(_ result: JSONValue, _ expected: JSONValue) -> Bool {
        let wanted = kinds(expected)
        let given = kinds(result)
        guard wanted.count == given.count else { return false }
        return zip(wanted, given).allSatisfy { $0.stream == $1.stream && ($0.type == nil || $0.type == $1.type) }
    }

    private static func kinds(_ outcome: JSONValue) -> [(stream: String, type: String?)] {
        (outcome["errors"]?.array ?? []).map { ($0["stream"]?.string ?? "", $0["failure_type"]?.string) }
            .sorted { ($0.stream, $0.type ?? "") < ($1.stream, $1.type ?? "") }
    }
}

/// Lines that mean the same in the same form.
enum Normal {
    /// Compact JSON text; key order and the digits of numbers stay.
    static func line(_ line: String) -> String { (try? JSONValue(parsing: line))?.text ?? line }
}
