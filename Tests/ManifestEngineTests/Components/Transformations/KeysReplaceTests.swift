import JSON
import ManifestEngine
import ManifestEngineTesting
import Testing

@Suite("KeysReplace")
struct KeysReplaceTests {
    @Test(
        "replaces in keys of objects at every depth, not inside lists",
        arguments: [
            (#"{"a b":1,"c":{"d e":2},"l":[{"x y":1}]}"#, " ", "_", #"{"a_b":1,"c":{"d_e":2},"l":[{"x y":1}]}"#),
            (#"{"ab":1}"#, "", "-", #"{"-a-b-":1}"#),
            (#"{"a10b":1}"#, "1_0", "x", #"{"axb":1}"#),
            (#"{"ax":1}"#, "{{ stream_slice['s'] }}", "{{ record.get('ax') }}", #"{"a1":1}"#),
            (#"{"aa":1,"ba":2}"#, "a", "b", #"{"bb":2}"#),
            (#"{"aaa":1}"#, "aa", "b", #"{"ba":1}"#),
            (#"{"a-b":1}"#, "{{ config['c'] }}", "None", #"{"aNoneb":1}"#),
            (#"{"a":1}"#, "b", "c", #"{"a":1}"#),
            ("{\"e\u{301}\":1}", "e", "a", "{\"a\u{301}\":1}"),
        ]
    )
    func replace(_ record: String, _ old: String, _ new: String, _ expected: String) throws {
        let replace = try KeysReplace(fields: "old: \"\(old)\"\nnew: \"\(new)\"")
        let slice = StreamSlice(partition: ["s": "x"])
        let result = try replace.result(for: record, config: #"{"c":"-"}"#, slice: slice)
        #expect(result.unicodeScalars.elementsEqual(expected.unicodeScalars), "\(result)")
    }
}
