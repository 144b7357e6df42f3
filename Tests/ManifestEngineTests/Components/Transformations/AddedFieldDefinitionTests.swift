import Diagnostics
import JSON
import ManifestEngine
import Testing

@Suite("AddedFieldDefinition")
struct AddedFieldDefinitionTests {
    @Test(
        "writes at a path and makes what is missing",
        arguments: [
            ("{}", ["a"], #"{"a":"V"}"#), ("{}", ["a", "b"], #"{"a":{"b":"V"}}"#), ("{}", ["a", "0"], #"{"a":["V"]}"#),
            ("{}", ["a", "2", "b"], #"{"a":[null,null,{"b":"V"}]}"#), ("{}", ["a", "-1"], #"{"a":{"-1":"V"}}"#),
            ("{}", ["0", "1", "2"], #"{"0":[null,[null,null,"V"]]}"#), ("{}", ["", "x"], #"{"":{"x":"V"}}"#),
            ("{}", ["a", "٣"], #"{"a":[null,null,null,"V"]}"#), (#"{"a":1,"b":2}"#, ["a"], #"{"a":"V","b":2}"#),
            (#"{"a":null}"#, ["a"], #"{"a":"V"}"#), (#"{"a":[1]}"#, ["a", "3"], #"{"a":[1,null,null,"V"]}"#),
            (#"{"a":[1,2]}"#, ["a", "0"], #"{"a":["V",2]}"#), (#"{"a":[[1]]}"#, ["a", "0", "1"], #"{"a":[[1,"V"]]}"#),
            (#"{"a":{}}"#, ["a", "0"], #"{"a":{"0":"V"}}"#),
            (#"{"a":[]}"#, ["a", "1", "k"], #"{"a":[null,{"k":"V"}]}"#),
            ("{}", ["a*", "b?"], #"{"a*":{"b?":"V"}}"#),
        ]
    )
    func writing(_ object: String, _ path: [String], _ expected: String) throws {
        var members = try #require(JSONValue(parsing: object).object)
        try JSONPath.set("V", at: path, in: &members)
        #expect(JSONValue.object(members).text == expected)
    }

    @Test(
        "refuses to write through other values",
        arguments: [
            (#"{"a":1}"#, ["a", "b"]), (#"{"a":null}"#, ["a", "b"]), (#"{"a":{"b":"s"}}"#, ["a", "b", "c"]),
            (#"{"a":[1]}"#, ["a", "x"]), (#"{"a":[1]}"#, ["a", "-1"]), (#"{"a":[1]}"#, ["a", "0", "b"]),
            (#"{"a":[null]}"#, ["a", "0", "b"]), ("{}", ["a", "99999999999999999999"]), ("{}", []),
        ]
    )
    func refusals(_ object: String, _ path: [String]) throws {
        let members = try #require(JSONValue(parsing: object).object)
        #expect(throws: JSONPathFault.self) {
            var changed = members
            try JSONPath.set("V", at: path, in: &changed)
        }
    }

    @Test(
        "wants a segment and a known type",
        arguments: ["path: []\nvalue: x", "path: [a]\nvalue: x\nvalue_type: date"]
    )
    func faults(_ yaml: String) {
        #expect(throws: ManifestFault.self) { try AddedFieldDefinition(checking: yaml) }
    }
}
