import Testing
import YAML

@testable import Config

@Suite("VariableSubstitution")
struct VariableSubstitutionTests {
    @Test(
        "puts variables into strings that are values",
        arguments: [
            (#"{"a":"${A}"}"#, #"{"a":"1"}"#), (#"{"a":"x${A}y${B}"}"#, #"{"a":"x1y\"\\\n"}"#),
            (#"{"${A}":"v"}"#, #"{"${A}":"v"}"#), (#"{"${A}" : "v"}"#, #"{"${A}" : "v"}"#),
            (#"["${A}","b"]"#, #"["1","b"]"#),
            (#"["${N:-d}"]"#, #"["d"]"#), (#"["${E:-d}"]"#, #"["d"]"#), (#"["${E}"]"#, #"[""]"#),
            (#"["${N:-}"]"#, #"[""]"#),
            (#"["${A:-d}"]"#, #"["1"]"#), (#"["${N:-a\"b}"]"#, #"["a\"b"]"#), (#"["$${A}"]"#, #"["${A}"]"#),
            (#"["$$A $ $5"]"#, #"["$$A $ $5"]"#), (#"["\"${A}\\"]"#, #"["\"1\\"]"#), (#"["$"]"#, #"["$"]"#),
            ("[5]", "[5]"),
        ]
    )
    func substitution(_ text: String, _ expected: String) {
        let environment = ["A": "1", "B": "\"\\\n", "E": ""]
        var substitution = VariableSubstitution(file: SourceFile(name: "c", text: text), environment: environment)
        #expect(String(decoding: substitution.apply(), as: UTF8.self) == expected)
        #expect(substitution.faults.isEmpty)
    }
}
