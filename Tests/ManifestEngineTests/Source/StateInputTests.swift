import JSON
import Testing

@testable import ManifestEngine

@Suite("StateInput")
struct StateInputTests {
    private func read(_ json: String) throws -> StateInput {
        try StateInput(InputFile(name: "state.json", bytes: Array(json.utf8), role: "state"))
    }

    @Test(
        "reads the states of streams",
        arguments: [
            ("", "{}"), (" \n", "{}"), ("null", "{}"), ("[]", "{}"),
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
            (#"[{"type":"LEGACY","data":{"a":{"at":1}}}]"#, "{}"),
        ]
    )
    func accepted(_ json: String, _ expected: String) throws {
        #expect(JSONValue.object(try read(json).streams).text == expected)
    }

    @Test(
        "refuses what is no list of state messages",
        arguments: [
            ("[", "not-json", "the state is not valid JSON"),
            ("{}", "invalid-state", "state.json: a state file is a list of state messages, found an object"),
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
