import Config
import Diagnostics
import JSON
import Testing

@testable import ManifestEngine

@Suite("StreamChoice")
struct StreamChoiceTests {
    private func choice() throws -> StreamChoice {
        StreamChoice(try ["users", "calls", "callTranscripts"].map { try StreamSample.stream($0) })
    }

    private func choose(
        catalog names: [String]? = nil,
        patterns: [String] = [],
        states: StateInput = StateInput()
    ) throws -> StreamChoice.Choice {
        let catalog = try names.map { names in
            let entries = names.map { "{\"stream\":{\"name\":\"\($0)\"},\"cursor_field\":[\"at\"]}" }
            let json = "{\"streams\":[\(entries.joined(separator: ","))]}"
            return try ConfiguredCatalog(InputFile(name: "c.json", bytes: Array(json.utf8), role: "catalog"))
        }
        return try choice().selections(catalog: catalog, catalogName: "c.json", patterns: patterns, states: states)
    }

    @Test(
        "the catalog decides which streams and in which order, patterns which of them",
        arguments: [
            (nil, [], ["users", "calls", "callTranscripts"]), (nil, ["call*"], ["calls", "callTranscripts"]),
            (nil, ["users", "calls"], ["users", "calls"]), (["calls", "users"], [], ["calls", "users"]),
            (["calls", "users"], ["u*", "?sers"], ["users"]), ([], [], []),
        ] as [([String]?, [String], [String])]
    )
    func chosen(_ catalog: [String]?, _ patterns: [String], _ expected: [String]) throws {
        let choice = try choose(catalog: catalog, patterns: patterns)
        #expect(choice.selections.map(\.stream.name) == expected)
        #expect(choice.selections.allSatisfy { $0.catalogCursorField == (catalog == nil ? nil : ["at"]) })
        #expect(choice.unknown.isEmpty)
    }

    @Test("each stream gets its state")
    func states() throws {
        var states = StateInput()
        states.set(["at": 1], for: "calls")
        let choice = try choose(patterns: ["calls", "users"], states: states)
        #expect(choice.selections.map { $0.state?["at"]?.integer } == [nil, 1])
    }

    @Test("an unknown stream of the catalog is reported and does not keep others from being read")
    func unknown() throws {
        let choice = try choose(catalog: ["user", "calls", "zzz"])
        #expect(choice.selections.map(\.stream.name) == ["calls"])
        #expect(choice.unknownNames == ["user", "zzz"])
        #expect(
            choice.unknown.map(\.message).first == "c.json: the catalog names the stream 'user', which does not exist"
        )
        #expect(choice.unknown.map(\.fix) == ["did you mean 'users'?", "streams: users, calls, callTranscripts"])
        #expect(choice.unknown.allSatisfy { $0.code == "unknown-stream" && $0.severity == .error })
    }

    @Test("all patterns that match no stream are reported at once")
    func unknownPatterns() throws {
        let fault = try #require(throws: ManifestFault.self) { try choose(patterns: ["cals", "users", "x*"]) }
        #expect(
            fault.diagnostics.all.map(\.message) == [
                "--stream names the stream 'cals', which does not exist",
                "--stream names the stream 'x*', which does not exist",
            ]
        )
        #expect(fault.diagnostics.all.first?.fix == "did you mean 'calls'?")
    }

    @Test("a pattern for a stream that the catalog leaves out is reported")
    func outsideCatalog() throws {
        #expect(throws: ManifestFault.self) { try choose(catalog: ["calls"], patterns: ["users"]) }
    }

    @Test("states of streams that are not there are a warning")
    func unknownStates() throws {
        var states = StateInput()
        states.set([:], for: "calls")
        states.set([:], for: "usres")
        let found = try choice().unknownStates(states)
        #expect(
            found.map(\.headline) == [
                "warning[unknown-stream]: the state names the stream 'usres', which does not exist"
            ]
        )
        #expect(found.first?.fix == "did you mean 'users'?")
    }

    @Test("a stream that was refused is picked like any other", arguments: [nil, ["broken"]] as [[String]?])
    func refused(catalog: [String]?) throws {
        let fault = ManifestFault(Diagnostic(code: "x", "is broken"))
        let streams = try ["users"].map { try StreamSample.stream($0) }
        let choice = StreamChoice(streams, refused: [RefusedStream(name: "broken", fault: fault)])
        let file = try catalog.map { names in
            let entries = names.map { "{\"stream\":{\"name\":\"\($0)\"}}" }.joined(separator: ",")
            let bytes = Array("{\"streams\":[\(entries)]}".utf8)
            return try ConfiguredCatalog(InputFile(name: "c.json", bytes: bytes, role: "catalog"))
        }
        func pick(_ patterns: [String]) throws -> StreamChoice.Choice {
            try choice.selections(catalog: file, catalogName: "c.json", patterns: patterns, states: StateInput())
        }
        #expect(try pick([]).refused.map(\.name) == ["broken"])
        #expect(try pick(["bro*"]).selections.isEmpty)
        #expect(try pick(["bro*"]).refused.map(\.name) == ["broken"])
        #expect(try pick(["bro*"]).refusal?.diagnostics.all.map(\.code) == ["x"])
        #expect(choice.unknownStates(StateInput()).isEmpty)
        guard catalog == nil else { return }
        #expect(try pick([]).refusal == nil)
        #expect(try pick(["users"]).refused.isEmpty)
    }
}
