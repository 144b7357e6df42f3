import JSON
import Testing

@testable import Config

@Suite("JSONTextEdit")
struct JSONTextEditTests {
    private func edited(_ text: String, _ old: String, _ new: String) throws -> String {
        var edit = JSONTextEdit(Array(text.utf8))
        edit.apply(from: try JSONValue(parsing: old), to: try JSONValue(parsing: new))
        let result = String(decoding: edit.bytes, as: UTF8.self)
        _ = try JSONValue(parsing: result.hasPrefix("\u{FEFF}") ? String(result.dropFirst()) : result)
        return result
    }

    @Test(
        "changes, adds and removes single values and leaves the rest as it was written",
        arguments: [
            // The layout and what is in front and behind stay.
            (#" { "a" :  1,"b":[1, 2] }"# + "\n\n", #"{"a":1}"#, #"{"a":2}"#, #" { "a" :  2,"b":[1, 2] }"# + "\n\n"),
            (
                #"{"a":{"b":"${X}","c":"1"}}"#, #"{"a":{"b":"x","c":"1"}}"#, #"{"a":{"b":"x","c":"2"}}"#,
                #"{"a":{"b":"${X}","c":"2"}}"#
            ),
            // What did not change is not written, even where the file has another value.
            (#"{"a":1}"#, #"{"a":5}"#, #"{"a":5}"#, #"{"a":1}"#), (#"{}"#, #"{"a":1}"#, #"{"a":1}"#, #"{}"#),
            // New members look like those before them.
            (#"{"a":1}"#, #"{}"#, #"{"b":"x"}"#, #"{"a":1,"b":"x"}"#),
            (#"{"a": 1}"#, #"{}"#, #"{"b":"x"}"#, #"{"a": 1, "b": "x"}"#),
            (
                "{\n\t\"a\": 1\n}\n", #"{}"#, #"{"b":{"c":[1],"d":{}}}"#,
                "{\n\t\"a\": 1,\n\t\"b\": {\n\t\t\"c\": [1],\n\t\t\"d\": {}\n\t}\n}\n"
            ),
            ("{\r\n  \"a\": 1\r\n}", #"{}"#, #"{"b":2,"c":3}"#, "{\r\n  \"a\": 1,\r\n  \"b\": 2,\r\n  \"c\": 3\r\n}"),
            (#"{}"#, #"{}"#, #"{"a":{"b":1}}"#, #"{"a": {"b": 1}}"#),
            // Objects that are missing on the way are made.
            (#"{"a":{}}"#, #"{"x":{"y":1}}"#, #"{"x":{"y":2}}"#, #"{"a":{},"x":{"y":2}}"#),
            (#"{"x":"${ALL}"}"#, #"{"x":{"y":1}}"#, #"{"x":{"y":2}}"#, #"{"x":{"y": 2}}"#),
            // A name that is there twice goes twice.
            (#"{"a":1,"b":2,"a":3}"#, #"{"a":3,"b":2}"#, #"{"b":2}"#, #"{"b":2}"#),
            ("{}", "{}", "{\"a\":\"${\u{301}\"}", "{\"a\": \"$${\u{301}\"}"),
            // Removal takes one comma along.
            (#"{"a": 1, "b": 2, "c": 3}"#, #"{"a":1,"b":2,"c":3}"#, #"{"b":2,"c":3}"#, #"{"b": 2, "c": 3}"#),
            (#"{"a": 1, "b": 2, "c": 3}"#, #"{"a":1,"b":2,"c":3}"#, #"{"a":1,"c":3}"#, #"{"a": 1, "c": 3}"#),
            (#"{"a": 1, "b": 2}"#, #"{"a":1,"b":2}"#, #"{"a":1}"#, #"{"a": 1}"#),
            (#"{"a": {"b": 1} }"#, #"{"a":{"b":1}}"#, #"{"a":{}}"#, #"{"a": {} }"#),
            (#"{"a": 1}"#, #"{"a":1,"b":2}"#, #"{"a":1}"#, #"{"a": 1}"#),
            // Names may be written with escapes, or twice: the last one counts.
            (#"{"\u0061":1}"#, #"{"a":1}"#, #"{"a":2}"#, #"{"\u0061":2}"#),
            (#"{"a":1,"a":1}"#, #"{"a":1}"#, #"{"a":2}"#, #"{"a":1,"a":2}"#),
            (#"{"a":"}\"{","b":1}"#, #"{"b":1}"#, #"{"b":2}"#, #"{"a":"}\"{","b":2}"#),
            ("\u{FEFF}{\"a\":1}", #"{"a":1}"#, #"{"a":2}"#, "\u{FEFF}{\"a\":2}"),
            // A list is written as a whole.
            (#"{"a":[1,{"b":2}]}"#, #"{"a":[1,{"b":2}]}"#, #"{"a":[1,{"b":3}]}"#, #"{"a":[1,{"b":3}]}"#),
            // What looks like a variable is kept from being one.
            (#"{"a":"x"}"#, #"{"a":"x"}"#, #"{"a":"${b}"}"#, #"{"a":"$${b}"}"#),
        ] as [(String, String, String, String)]
    )
    func edits(_ text: String, _ old: String, _ new: String, _ expected: String) throws {
        #expect(try edited(text, old, new) == expected)
    }

    @Test("a text as deep as any is skipped without harm")
    func deep() throws {
        let deep = String(repeating: "[", count: 5000) + "\"]\"" + String(repeating: "]", count: 5000)
        var edit = JSONTextEdit(Array("{\"a\":\(deep),\"b\":1}".utf8))
        edit.set(2, at: ["b"])
        #expect(String(decoding: edit.bytes, as: UTF8.self) == "{\"a\":\(deep),\"b\":2}")
    }
}
