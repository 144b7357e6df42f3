import JSON
import Manifest
import ManifestEngine
import ManifestEngineTesting
import Testing

@Suite("AddFields")
struct AddFieldsTests {
    /// A field of the YAML under test: path and value as flow YAML, and further lines.
    static func yaml(_ path: String, _ value: String, _ rest: String = "") -> String {
        "fields: [{path: \(path), value: \"\(value)\"\(rest)}]"
    }

    @Test(
        "writes values where the path says",
        arguments: [
            ("[a]", "{{ record.x + 1 }}", #"{"x":1}"#, #"{"x":1,"a":2}"#),
            ("[x]", "new", #"{"x":1}"#, #"{"x":"new"}"#),
            ("[a]", "9", #"{"x":1,"a":0,"y":2}"#, #"{"x":1,"a":9,"y":2}"#),
            ("[a, b]", "5", #"{"x":1}"#, #"{"x":1,"a":{"b":5}}"#),
            ("[a, \"0\"]", "5", #"{"x":1}"#, #"{"x":1,"a":[5]}"#),
            ("[x, \"1\"]", "5", #"{"x":[1]}"#, #"{"x":[1,5]}"#),
            ("[a]", "{{ none }}", #"{"x":1}"#, #"{"x":1,"a":null}"#),
            ("[a]", "{{ record.y }}", #"{"x":1}"#, #"{"x":1,"a":""}"#),
            ("[a]", "{{ config.c }}-{{ stream_slice.s }}", #"{"x":1}"#, #"{"x":1,"a":"C-1"}"#),
            ("[a]", "[1, {'b': None}]", #"{"x":1}"#, #"{"x":1,"a":[1,{"b":null}]}"#),
            ("[a]", "{{ record.x + 1 }}", #"{"x":null}"#, #"{"x":null,"a":"{{ record.x + 1 }}"}"#),
        ]
    )
    func value(_ path: String, _ value: String, _ record: String, _ expected: String) throws {
        let slice = StreamSlice(partition: ["s": 1])
        let fields = try AddFields(fields: Self.yaml(path, value))
        #expect(try fields.result(for: record, config: #"{"c":"C"}"#, slice: slice) == expected)
    }

    @Test(
        "takes only literals of value_type",
        arguments: [
            ("5", "string", #""5""#), ("{{ None }}", "string", #""None""#), ("5", "number", #""5""#),
            ("5.0", "number", "5.0"), ("5.0", "integer", #""5.0""#), ("{{ True }}", "integer", "true"),
            ("True", "boolean", "true"), ("true", "boolean", #""true""#),
        ]
    )
    func valueType(_ value: String, _ type: String, _ expected: String) throws {
        let fields = try AddFields(fields: Self.yaml("[a]", value, ", value_type: \(type)"))
        #expect(try fields.result(for: #"{"x":1}"#) == #"{"x":1,"a":\#(expected)}"#)
    }

    @Test(
        "asks the condition after the value is known",
        arguments: [
            ("{{ value == 5 }}", #"{"x":1,"a":5}"#), ("{{ value == 6 }}", #"{"x":1}"#),
            ("{{ path == ['a'] }}", #"{"x":1,"a":5}"#), ("{{ record.x > 1 }}", #"{"x":1}"#), ("", #"{"x":1,"a":5}"#),
        ]
    )
    func condition(_ condition: String, _ expected: String) throws {
        let fields = try AddFields(fields: Self.yaml("[a]", "5") + "\ncondition: \"\(condition)\"")
        #expect(try fields.result(for: #"{"x":1}"#) == expected)
    }

    @Test("later fields read what earlier ones wrote, and the parameters of the transformation")
    func order() throws {
        let fields = try AddFields(
            fields: """
                $parameters: {p: P}
                fields:
                  - {path: [a], value: "6"}
                  - {path: [b], value: "{{ record.a * 2 }}{{ parameters.p }}"}
                """
        )
        #expect(try fields.result(for: #"{"x":1}"#) == #"{"x":1,"a":6,"b":"12P"}"#)
    }

    @Test("an undefined value in the middle of a path fails the stream")
    func undefined() throws {
        let fields = try AddFields(fields: Self.yaml("[a]", "{{ record.y.z }}"))
        #expect(throws: TemplateFailure.self) { try fields.result(for: #"{"x":1}"#) }
    }
}
