import Diagnostics
import ManifestEngine
import Testing

@Suite("ConfigRemapField")
struct ConfigRemapFieldTests {
    @Test(
        "replaces a value that is in the table",
        arguments: [
            (#"{"a":{"r":"old"}}"#, #"{"a":{"r":"new"}}"#), (#"{"a":{"r":"n"}}"#, #"{"a":{"r":5}}"#),
            (#"{"a":{"r":"who"},"name":"x"}"#, #"{"a":{"r":"is x"},"name":"x"}"#),
            (#"{"a":{"r":"other"}}"#, #"{"a":{"r":"other"}}"#), (#"{"a":{"r":5}}"#, #"{"a":{"r":5}}"#),
            (#"{"a":{"r":["old"]}}"#, #"{"a":{"r":["old"]}}"#), (#"{"a":{}}"#, #"{"a":{}}"#),
            (#"{"a":"old"}"#, #"{"a":"old"}"#),
            ("{}", "{}"),
        ]
    )
    func remapping(_ config: String, _ expected: String) throws {
        let yaml = "field_path: [a, r]\nmap: {old: new, n: '5', '5': six, who: \"is {{ config['name'] }}\"}"
        #expect(try transformed(config, by: ConfigRemapField(checking: yaml)) == expected)
    }

    @Test("evaluates the path")
    func path() throws {
        let yaml = "field_path: [\"{{ config['at'] }}\"]\nmap: {old: new}"
        #expect(
            try transformed(#"{"at":"b","b":"old"}"#, by: ConfigRemapField(checking: yaml)) == #"{"at":"b","b":"new"}"#
        )
    }

    @Test("wants a path")
    func emptyPath() {
        #expect(throws: ManifestFault.self) { try ConfigRemapField(checking: "field_path: []\nmap: {}") }
    }
}
