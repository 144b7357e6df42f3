import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("KeyTransformation")
struct KeyTransformationTests {
    @Test(
        "a result that is false counts as none",
        arguments: [
            ("prefix: a_", "a_|"), ("suffix: _b", "|_b"), ("{prefix: a, suffix: b}", "a|b"), ("prefix: \"0\"", "|"),
            ("prefix: \"1_0\"", "10|"), ("prefix: \"\"", "|"), ("suffix: None", "|"), ("{}", "|"),
            ("prefix: \"{{ config['p'] }}\"", "x_|"),
        ]
    )
    func texts(_ yaml: String, _ expected: String) throws {
        let (before, after) = try KeyTransformation(fields: yaml).texts(in: .testing(config: #"{"p":"x_"}"#))
        #expect("\(before)|\(after)" == expected)
    }
}
