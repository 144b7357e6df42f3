import ManifestEngine
import Testing

@Suite("ConfigRemoveFields")
struct ConfigRemoveFieldsTests {
    @Test(
        "removes fields",
        arguments: [
            ("field_pointers: [[a]]", #"{"b":{"c":1,"d":2},"l":[1,2]}"#),
            ("field_pointers: [[b, c], [x, y]]", #"{"a":0,"b":{"d":2},"l":[1,2]}"#),
            ("field_pointers: [[b, '*']]", #"{"a":0,"b":{},"l":[1,2]}"#),
            ("field_pointers: [[l, '0']]", #"{"a":0,"b":{"c":1,"d":2},"l":[null,2]}"#),
            // The condition is asked once: removing `a` does not change it.
            ("field_pointers: [[a], [l]]\ncondition: \"{{ 'a' in config }}\"", #"{"b":{"c":1,"d":2}}"#),
            ("field_pointers: [[a]]\ncondition: \"{{ 'x' in config }}\"", #"{"a":0,"b":{"c":1,"d":2},"l":[1,2]}"#),
        ]
    )
    func removal(_ yaml: String, _ expected: String) throws {
        let config = #"{"a":0,"b":{"c":1,"d":2},"l":[1,2]}"#
        #expect(try transformed(config, by: ConfigRemoveFields(checking: yaml)) == expected)
    }
}
