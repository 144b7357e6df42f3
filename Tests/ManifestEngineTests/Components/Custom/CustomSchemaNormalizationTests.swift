import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("CustomSchemaNormalization", .enabled(if: PythonSample.isThere))
struct CustomSchemaNormalizationTests {
    @Test("gets each record and the schema")
    func normalizes() throws {
        let normalization = try PythonSample.component(CustomSchemaNormalization.self, "Upper")
        let normalizer = try #require(normalization.makeNormalizer(for: ["properties": ["a": [:]]]))
        var record = Record(["a": "x", "b": "y"])
        #expect(try normalizer.normalize(&record).isEmpty)
        #expect(record.members == ["a": "X", "b": "y"])
    }
}
