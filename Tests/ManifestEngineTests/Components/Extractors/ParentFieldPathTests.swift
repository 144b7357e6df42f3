import ManifestEngine
import ManifestEngineTesting
import Testing

@Suite("ParentFieldPath")
struct ParentFieldPathTests {
    @Test(
        "both paths name one place",
        arguments: [
            ("{parent_path: [a], record_path: [b, c]}", []),
            ("{parent_path: [a, '*'], record_path: [b]}", ["invalid-combination"]),
            ("{parent_path: [a], record_path: ['b?']}", ["invalid-combination"]),
            ("{parent_path: ['{{ config[\"*\"] }}'], record_path: [b]}", []), ("{parent_path: [a]}", ["missing-field"]),
        ]
    )
    func faults(_ yaml: String, _ codes: [String]) throws {
        #expect(try ParentFieldPath.diagnostics(yaml: yaml).map(\.code) == codes)
    }
}
