import ManifestEngine
import ManifestEngineTesting
import Testing

@Suite("FlattenFields")
struct FlattenFieldsTests {
    @Test(
        "gives the fields in the order of the reference",
        arguments: [
            (#"{"a":1,"b":{"a":2},"c":{"a":3}}"#, #"{"a":1,"b.a":2}"#),
            (#"{"a":{"b":{"c":1}},"d":2}"#, #"{"d":2,"c":1}"#),
            (#"{"a":[1,{"b":2}],"c":{"d":3}}"#, #"{"d":3,"a.1.b":2,"a.0":1}"#),
            (#"{"c":{"d":3},"a":[1,{"b":2}]}"#, #"{"a.1.b":2,"a.0":1,"c.d":3}"#),
            (#"{"a":{},"b":[],"c":null}"#, #"{"c":null}"#),
            (#"{"a":[[1,2],[3]]}"#, #"{"a.1.0":3,"a.0.1":2,"a.0.0":1}"#),
            (#"{"x":{"y":1},"y":2}"#, #"{"y":2,"x.y":1}"#),
            (#"{"_":[1],"k":{"_":2}}"#, #"{"_":2,"_.0":1}"#),
            ("{}", "{}"),
        ]
    )
    func flatten(_ record: String, _ expected: String) throws {
        #expect(try FlattenFields(fields: "{}").result(for: record) == expected)
    }

    @Test(
        "leaves lists alone when told so",
        arguments: [
            (#"{"a":[1,{"b":2}],"c":{"d":3}}"#, #"{"d":3,"a":[1,{"b":2}]}"#),
            (#"{"a":{},"b":[],"c":null}"#, #"{"c":null,"b":[]}"#),
        ]
    )
    func lists(_ record: String, _ expected: String) throws {
        #expect(try FlattenFields(fields: "flatten_lists: false").result(for: record) == expected)
    }
}
