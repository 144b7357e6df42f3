import Diagnostics
import ManifestEngine
import Testing
import YAML

@Suite("DeclarativeSource")
struct DeclarativeSourceTests {
    private func found(_ text: String) throws -> [String] {
        try Manifest.inspect(Array(text.utf8), name: "m.yaml").diagnostics.all.map { diagnostic in
            "\(diagnostic.severity.rawValue) \(diagnostic.message); \(diagnostic.fix ?? "-")"
        }
    }

    @Test("a stream that the check names must be there; the nearest name is offered")
    func checkNames() throws {
        let streams = [ManifestSample.stream("users"), ManifestSample.stream("calls")]
        let check = "check: {type: CheckStream, stream_names: [calls, usres, zzz]}"
        #expect(
            try found(ManifestSample.text(check: check, streams: streams)) == [
                "warning check names the stream 'usres', which does not exist; did you mean 'users'?",
                "warning check names the stream 'zzz', which does not exist; streams: users, calls",
            ]
        )
    }

    @Test(
        "two streams of one name are an error with both places",
        arguments: [
            ([ManifestSample.stream("items"), ManifestSample.stream("items")], "m.yaml:5:11", ["11:11"]),
            (["  - &s {name: items, \(retriever)}", "  - *s"], "m.yaml:4:5", ["4:5"]),
            (Array(repeating: "  - {name: items, \(retriever)}", count: 3), "m.yaml:4:12", ["5:12", "6:12"]),
            (["  - $ref: \"#/definitions/s\"", "  - {$ref: \"#/definitions/s\"}"], "m.yaml:4:5", ["5:5"]),
            (
                [
                    "  - {name: other, $parameters: {name: items}, \(retriever)}",
                    "  - {$parameters: {name: other}, \(retriever)}",
                ], "m.yaml:4:12", ["5:26"]
            ),
        ]
    )
    func repeated(_ streams: [String], _ first: String, _ others: [String]) throws {
        let definitions = "definitions: {s: {name: items, \(Self.retriever)}}"
        let text = ManifestSample.text(streams: streams, definitions)
        let faults = try Manifest.inspect(Array(text.utf8), name: "m.yaml").diagnostics.errors
        #expect(faults.map(\.code) == others.map { _ in "repeated-stream" })
        #expect(faults.allSatisfy { $0.message.hasSuffix("', the first at \(first)") }, "\(faults.map(\.message))")
        #expect(faults.compactMap(\.place).map { "\($0.range.start)" } == others)
    }

    private static let retriever =
        "type: DeclarativeStream, retriever: {requester: {url: \"http://h\"}, record_selector: {extractor: {field_path: []}}}"

    @Test("streams must be there, and a spec should")
    func missing() throws {
        let found = try found("version: 7.0.0\n\(ManifestSample.check)\n")
        #expect(found.contains("error the manifest has no 'streams'; add 'streams'"))
        #expect(
            found.contains { $0.hasPrefix("warning the manifest has no 'spec', so configurations are not checked;") }
        )
        #expect(found.count == 2)
    }

    @Test("an unknown field is an error at the root")
    func unknownField() throws {
        let found = try found(ManifestSample.text("stream: []"))
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("error ") == true)
    }
}
