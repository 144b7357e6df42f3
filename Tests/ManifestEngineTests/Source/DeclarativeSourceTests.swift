import Testing

@testable import ManifestEngine

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
                "warning check names the stream 'usres', which is not there; did you mean 'users'?",
                "warning check names the stream 'zzz', which is not there; streams: users, calls",
            ]
        )
    }

    @Test("two streams of one name are told")
    func repeated() throws {
        let items = ManifestSample.stream("items")
        let message =
            "warning two streams are called 'items'; their records and states cannot be told apart; "
            + "rename one of them"
        #expect(try found(ManifestSample.text(streams: [items, items])) == [message])
    }

    @Test("streams and spec must be there")
    func missing() throws {
        let found = try found("version: 7.0.0\n\(ManifestSample.check)\n")
        #expect(found.contains("error the manifest has no 'streams'; add 'streams'"))
        #expect(found.contains { $0.hasPrefix("error the manifest has no 'spec', which every command needs;") })
        #expect(found.count == 2)
    }

    @Test("a field that nobody knows is an error at the root")
    func unknownField() throws {
        let found = try found(ManifestSample.text("stream: []"))
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("error ") == true)
    }
}
