import Diagnostics
import JSON
import ManifestEngine
import Testing

@Suite("DpathGlob")
struct DpathGlobTests {
    private static let sample = """
        {"a": {"b": 1, "c": [1, 2, {"x": 5}], "2": 7, "a*": 9, "": 3}, "b": [[1, 2], [3]], "0": "z"}
        """

    private static func path(_ text: String) throws -> [DpathGlob.Segment] {
        try #require(JSONValue(parsing: text).array).map(DpathGlob.Segment.init)
    }

    @Test(
        "takes one match, or all with a star",
        arguments: [
            (#"[]"#, sample), (#"["a","b"]"#, "1"), (#"["a","nothing"]"#, "[]"), (#"["a","c",0]"#, "1"),
            (#"["a","c","0"]"#, "1"), (#"["a","c",-1]"#, #"{"x":5}"#), (#"["a","c","-1","x"]"#, "5"),
            (#"["a","c","*"]"#, #"[1,2,{"x":5}]"#), (#"["a","c","*","x"]"#, "[5]"), (#"["**","x"]"#, "5"),
            (#"["a","**","x"]"#, "5"), (#"["a",2]"#, "[]"), (#"["a","2"]"#, "7"), (#"["a","a[*]"]"#, "9"),
            (#"["a",""]"#, "3"), (#"[0]"#, "[]"), (#"["b","1"," 0"]"#, "3"), (#"["b","+1"]"#, "[3]"),
            (#"["b",true]"#, "[3]"), (#"["b",0.5]"#, "[1,2]"), (#"["b",null]"#, "[]"), (#"["a","b","*"]"#, "[]"),
            (#"["a","c","[0]"]"#, "1"), (#"["b","*","*"]"#, "[1,2,3]"),
        ]
    )
    func extraction(_ path: String, _ expected: String) throws {
        let value = try JSONValue(parsing: Self.sample)
        let found = try DpathGlob.extract(Self.path(path), from: value)
        #expect(try found.text == JSONValue(parsing: expected).text)
    }

    @Test(
        "refuses several matches and several double stars",
        arguments: [#"["a","?"]"#, #"["**"]"#, #"["**","c","**"]"#, #"["a","[!b]"]"#]
    )
    func refusals(_ path: String) throws {
        let value = try JSONValue(parsing: Self.sample)
        #expect(throws: EngineFailure.self) { try DpathGlob.extract(Self.path(path), from: value) }
    }

    @Test("gives the matches of double stars parents first")
    func order() throws {
        let value = try JSONValue(parsing: #"{"a": {"k": {"k": 1}}, "k": 2, "b": [{"k": 3}]}"#)
        #expect(JSONValue.array(DpathGlob.values(["**", "k"], in: value)).text == #"[2,{"k":1},1,3]"#)
    }

    @Test(
        "deletes members, and elements only at the end",
        arguments: [
            (["b", "*"], #"{"a":1,"b":[null]}"#), (["b", "0"], #"{"a":1,"b":[null,[3]]}"#),
            (["b", "1"], #"{"a":1,"b":[[1,2]]}"#), (["b", "-1"], #"{"a":1,"b":[[1,2]]}"#),
            (["b", "*", "0"], #"{"a":1,"b":[[null,2],[]]}"#), (["*"], "{}"), (["**"], "{}"),
            (["b", "**"], #"{"a":1}"#), (["x"], #"{"a":1,"b":[[1,2],[3]]}"#), ([], #"{"a":1,"b":[[1,2],[3]]}"#),
            (["**", "0"], #"{"a":1,"b":[null,[]]}"#),
        ]
    )
    func deletion(_ path: [String], _ expected: String) throws {
        let value = try JSONValue(parsing: #"{"a": 1, "b": [[1, 2], [3]]}"#)
        #expect(DpathGlob.delete(path, from: value).text == expected)
    }
}
