import Diagnostics
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("RecordSelector")
struct RecordSelectorTests {
    static let extractor = "extractor: {type: DpathExtractor, field_path: []}\n"

    @Test("an extractor of downloads stands in an AsyncRetriever alone")
    func downloads() throws {
        let found = try RecordSelector.diagnostics(yaml: "extractor: {type: ResponseToFileExtractor}")
        #expect(found.map(\.code) == ["invalid-combination"])
    }

    @Test(
        "reads its switches",
        arguments: [
            ("", nil, false), ("transform_before_filtering: false", false, false),
            ("transform_before_filtering: true", true, false), ("schema_normalization: Default", nil, true),
            ("schema_normalization: None", nil, false),
        ] as [(String, Bool?, Bool)]
    )
    func switches(_ line: String, _ transformsFirst: Bool?, _ normalizes: Bool) throws {
        let selector = try RecordSelector(fields: Self.extractor + line)
        #expect(selector.transformsBeforeFiltering == transformsFirst)
        #expect(selector.normalization is DefaultNormalization == normalizes)
    }

    @Test("an unknown normalization is a fault")
    func unknown() throws {
        let found = try RecordSelector.diagnostics(yaml: Self.extractor + "schema_normalization: Defalt")
        #expect(found.map(\.code) == ["wrong-type"])
    }
}
