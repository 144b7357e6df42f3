import Config
import Diagnostics
import JSON
import ManifestEngine
import Testing

@Suite("StateInput")
struct StateInputTests {
    private func read(_ json: String) throws -> StateInput {
        try StateInput(InputFile(name: "state.json", bytes: Array(json.utf8), role: "state"))
    }

    @Test(
        "reads the states of streams",
        arguments: [
            ("null", "{}"), ("[]", "{}"), ("{}", "{}"),
            (
                #"[{"type":"STREAM","stream":{"stream_descriptor":{"name":"a"},"stream_state":{"at":1}}}]"#,
                #"{"a":{"at":1}}"#
            ),
            (#"[{"stream":{"stream_descriptor":{"name":"a"},"stream_state":{}}}]"#, #"{"a":{}}"#),
            (
                #"[{"type":"STATE","state":{"type":"STREAM","stream":{"stream_descriptor":{"name":"a"},"stream_state":{"at":1}}}}]"#,
                #"{"a":{"at":1}}"#
            ),
            (
                #"[{"stream":{"stream_descriptor":{"name":"a"},"stream_state":{"at":1}}},"#
                    + #"{"stream":{"stream_descriptor":{"name":"a"},"stream_state":{"at":2}}}]"#,
                #"{"a":{"at":2}}"#
            ),
            (#"[{"stream":{"stream_descriptor":{"name":"a"},"stream_state":null}}]"#, "{}"),
            (#"[{"stream":{"stream_descriptor":{"name":"a"}}}]"#, "{}"),
            (
                #"[{"type":"GLOBAL","global":{"stream_states":[{"stream_descriptor":{"name":"a"},"stream_state":{"at":1}},"#
                    + #"{"stream_descriptor":{"name":"b"},"stream_state":{"at":2}}]}}]"#,
                #"{"a":{"at":1},"b":{"at":2}}"#
            ),
            (#"[{"global":{"shared_state":null,"stream_states":[]}}]"#, "{}"),
            (#"[{"stream":{"stream_descriptor":{"name":"a"},"stream_stat":{"at":1}}}]"#, "{}"),
            (
                #"[{"type":null,"stream":{"stream_descriptor":{"name":"a","x":1},"stream_state":{"at":1},"y":2}}]"#,
                #"{"a":{"at":1}}"#
            ),
            (#"[{"type":"LEGACY","data":{"a":{"at":1}}}]"#, "{}"),
        ]
    )
    func accepted(_ json: String, _ expected: String) throws {
        #expect(JSONValue.object(try read(json).streams).text == expected)
    }

    @Test(
        "refuses what is not a list of state messages",
        arguments: [
            ("[", "not-json", "the state is not valid JSON"),
            ("", "invalid-state", "state.json: the state file is empty"),
            (" \n", "invalid-state", "state.json: the state file is empty"),
            (
                #"{"a":{}}"#, "invalid-state",
                "state.json: a state file is a list of state messages, found an object"
            ),
            ("false", "invalid-state", "state.json: a state file is a list of state messages, found a boolean"),
            ("1", "invalid-state", "state.json: a state file is a list of state messages, found an integer"),
            ("[{}]", "invalid-state", "state.json: [0] has neither 'stream' nor 'global'"),
            ("[1]", "invalid-state", "state.json: [0] has neither 'stream' nor 'global'"),
            (#"[{"data":{}},{"type":"STREAM"}]"#, "invalid-state", "state.json: [1] has neither"),
            (#"[{"stream":{"stream_state":{}}}]"#, "invalid-state", "state.json: [0] has no stream_descriptor.name"),
            (
                #"[{"stream":{"stream_descriptor":{"name":"a"},"stream_state":[1]}}]"#, "invalid-state",
                "state.json: the stream_state of 'a' is a list instead of an object"
            ),
            (
                #"[{"global":{"shared_state":{"x":1},"stream_states":[]}}]"#, "invalid-state",
                "state.json: [0] is a GLOBAL state with a shared_state"
            ),
            (
                #"[{"global":{"stream_states":[{"stream_state":{}}]}}]"#, "invalid-state",
                "state.json: [0] has no stream_descriptor.name"
            ),
        ]
    )
    func refused(_ json: String, _ code: String, _ message: String) throws {
        let fault = try #require(throws: ManifestFault.self) { try read(json) }
        #expect(fault.diagnostics.all.map(\.code) == [code])
        #expect(fault.diagnostics.all.first?.message.hasPrefix(message) == true)
        #expect(fault.diagnostics.all.first?.fix != nil)
    }

    @Test(
        "a misspelt name is reported with the one that was meant",
        arguments: [
            (
                #"{"stream":{"stream_descripter":{"name":"a"}}}"#,
                "'stream_descriptor' instead of 'stream_descripter'"
            ),
            (#"{"stream":{"stream_descriptor":{"nmae":"a"}}}"#, "'name' instead of 'nmae'"),
            (#"{"strem":{"stream_descriptor":{"name":"a"}}}"#, "'stream' instead of 'strem'"),
            (#"{"global":{"stream_state":[]}}"#, "'stream_states' instead of 'stream_state'"),
            (#"{"global":{}}"#, "add the list"),
            (#"{"type":"STREM","stream":{"stream_descriptor":{"name":"a"}}}"#, "did you mean 'STREAM'? Types: STREAM,"),
            (#"{"type":5,"stream":{"stream_descriptor":{"name":"a"}}}"#, "Types: STREAM, GLOBAL, LEGACY"),
        ]
    )
    func misspelt(_ entry: String, _ fix: String) throws {
        let fault = try #require(throws: ManifestFault.self) { try read("[\(entry)]") }
        #expect(fault.diagnostics.all.map(\.code) == ["invalid-state"])
        #expect(fault.diagnostics.all.first?.fix?.contains(fix) == true, "\(fault)")
    }

    @Test(
        "a name that means nothing is a warning with its place, the first of its kind",
        arguments: [
            (
                #"[{"stream": {"stream_descriptor": {"name": "a"}, "stream_stat": {}}}, {"stream": {"stream_descriptor": {"name": "b"}, "stream_stat": {}}}]"#,
                [
                    "1:50 the state has an unknown name 'stream_stat' | did you mean 'stream_state'? Names: stream_descriptor, stream_state"
                ]
            ),
            (
                #"[{"tpe": "STREAM", "stream": {"stream_descriptor": {"name": "a", "namespce": "n"}}}]"#,
                [
                    "1:3 the state has an unknown name 'tpe' | did you mean 'type'? Names: type, stream, global, data, sourceStats, destinationStats, id",
                    "1:66 the state has an unknown name 'namespce' | did you mean 'namespace'? Names: name, namespace",
                ]
            ),
            (
                #"[{"type": "STATE", "state": {"global": {"stream_states": [], "sharedstate": 1}}}]"#,
                [
                    "1:62 the state has an unknown name 'sharedstate' | did you mean 'shared_state'? Names: stream_states, shared_state"
                ]
            ),
            (#"[{"type":"STREAM","stream":{"stream_descriptor":{"name":"a"},"stream_state":{"x":{"stream":1}}}}]"#, []),
        ]
    )
    func warnings(_ json: String, _ expected: [String]) throws {
        let found = try read(json).warnings.all.map { warning in
            let start = warning.place?.range.start
            let message = warning.message.replacing(", which is ignored", with: "")
            return "\(start?.line ?? 0):\(start?.column ?? 0) \(message) | \(warning.fix ?? "")"
        }
        #expect(found == expected)
    }

    @Test("what is written to a state file is read again, one stream a line")
    func roundTrip() throws {
        var states = StateInput()
        states.set(["at": "2026-09-01"], for: "a")
        states.set(["states": [["cursor": ["at": 1.5]]]], for: "say \"b\"")
        states.set(["at": "2026-09-02"], for: "a")
        let text = states.fileText
        #expect(
            text == """
                [
                {"type":"STREAM","stream":{"stream_descriptor":{"name":"a"},"stream_state":{"at":"2026-09-02"}}},
                {"type":"STREAM","stream":{"stream_descriptor":{"name":"say \\"b\\""},"stream_state":\
                {"states":[{"cursor":{"at":1.5}}]}}}
                ]

                """
        )
        let again = try read(text)
        #expect(again.fileText == text)
        #expect(again["a"].map { JSONValue.object($0).text } == #"{"at":"2026-09-02"}"#)
        #expect(again["b"] == nil)
    }

    @Test("no state at all is read again too")
    func empty() throws {
        #expect(try read(StateInput().fileText).streams.isEmpty)
    }
}
