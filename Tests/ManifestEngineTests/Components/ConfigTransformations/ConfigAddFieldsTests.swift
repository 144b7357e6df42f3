import ManifestEngine
import Testing

@Suite("ConfigAddFields")
struct ConfigAddFieldsTests {
    private static func field(_ path: String, _ value: String, _ type: String = "") -> String {
        let valueType = type.isEmpty ? "" : ", value_type: \(type)"
        return "  - {type: AddedFieldDefinition, path: \(path), value: \"\(value)\"\(valueType)}\n"
    }

    @Test(
        "adds evaluated values",
        arguments: [
            (field("[b]", "{{ config['a'] }}"), #"{"a":"1","b":1}"#),
            (field("[b]", "{{ config['a'] }}", "string"), #"{"a":"1","b":"1"}"#),
            (field("[b, c]", "x"), #"{"a":"1","b":{"c":"x"}}"#),
            (field("[a]", "{{ config['a'] }}0"), #"{"a":10}"#),
            // The second field sees the first.
            (field("[b]", "x") + field("[c]", "{{ config['b'] }}y"), #"{"a":"1","b":"x","c":"xy"}"#),
        ]
    )
    func values(_ fields: String, _ expected: String) throws {
        #expect(try transformed(#"{"a": "1"}"#, by: ConfigAddFields(checking: "fields:\n" + fields)) == expected)
    }

    @Test(
        "asks the condition for each field, with its value and path",
        arguments: [
            ("{{ config['kind'] == 'old' }}", #"{"kind":"old","a":"A","b":"B"}"#),
            ("{{ config['kind'] == 'new' }}", #"{"kind":"old"}"#), ("{{ value == 'A' }}", #"{"kind":"old","a":"A"}"#),
            ("{{ path[0] == 'b' }}", #"{"kind":"old","b":"B"}"#),
            ("{{ 'a' not in config }}", #"{"kind":"old","a":"A"}"#),
        ]
    )
    func condition(_ condition: String, _ expected: String) throws {
        let yaml = "condition: \"\(condition)\"\nfields:\n" + Self.field("[a]", "A") + Self.field("[b]", "B")
        #expect(try transformed(#"{"kind": "old"}"#, by: ConfigAddFields(checking: yaml)) == expected)
    }
}
