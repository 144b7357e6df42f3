import Diagnostics
import JSON
import ManifestEngine
import ManifestEngineTesting
import Testing

@Suite("RemoveFields")
struct RemoveFieldsTests {
    @Test(
        "removes what the pointers match",
        arguments: [
            ("[[a]]", #"{"a":1,"b":2}"#, #"{"b":2}"#),
            ("[[z]]", #"{"a":1}"#, #"{"a":1}"#),
            ("[[a, b]]", #"{"a":{"b":1,"c":2}}"#, #"{"a":{"c":2}}"#),
            ("[[a, \"*\"]]", #"{"a":[1,2,3]}"#, #"{"a":[null,null]}"#),
            ("[[a, \"1\"]]", #"{"a":[1,2,3]}"#, #"{"a":[1,null,3]}"#),
            ("[[a, \"2\"]]", #"{"a":[1,2,3]}"#, #"{"a":[1,2]}"#),
            ("[[\"2020\"]]", #"{"2020":1,"a":1}"#, #"{"a":1}"#),
            ("[[\"**\", k]]", #"{"k":1,"a":{"k":2,"b":[{"k":3}]}}"#, #"{"a":{"b":[{}]}}"#),
            ("[[\"a*\"]]", #"{"ab":1,"ac":2,"b":3}"#, #"{"b":3}"#),
            ("[[a], [b]]", #"{"a":1,"b":2}"#, "{}"),
        ]
    )
    func pointers(_ pointers: String, _ record: String, _ expected: String) throws {
        let fields = try RemoveFields(fields: "field_pointers: \(pointers)")
        #expect(try fields.result(for: record) == expected)
    }

    @Test(
        "with a condition every leaf for which it holds goes",
        arguments: [
            (
                "{{ property is none or property == '' }}", #"{"a":1,"b":{"c":null,"d":""}}"#, #"{"a":1,"b":{}}"#
            ),
            ("{{ property is none }}", #"{"l":[1,2,null],"m":[null,1]}"#, #"{"l":[1,2],"m":[null,1]}"#),
            ("{{ property == 1 }}", #"{"a":1,"b":"x"}"#, #"{"b":"x"}"#),
        ]
    )
    func condition(_ condition: String, _ record: String, _ expected: String) throws {
        let fields = try RemoveFields(fields: "field_pointers: [[zz]]\ncondition: \"\(condition)\"")
        #expect(try fields.result(for: record) == expected)
    }

    @Test("a condition that reads anything but the leaf is told of")
    func variables() throws {
        let found = try RemoveFields.diagnostics(yaml: "field_pointers: [[a]]\ncondition: \"{{ record.a }}\"")
        #expect(found.map(\.message) == ["the variable 'record' is not set here; evaluating this template fails"])
    }

    @Test("a record without the field stays as it came")
    func untouched() throws {
        var record = try Record(json: #"{"a" : 1}"#)
        try RemoveFields(fields: "field_pointers: [[z]]").transform(&record, in: .testing())
        #expect(record.untouchedView != nil)
    }
}
