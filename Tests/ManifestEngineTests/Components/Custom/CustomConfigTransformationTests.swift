import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("CustomConfigTransformation", .enabled(if: PythonSample.isThere))
struct CustomConfigTransformationTests {
    @Test("changes the configuration")
    func changes() throws {
        let transformation = try PythonSample.component(CustomConfigTransformation.self, "Region")
        var config: JSONObject = ["name": "eu"]
        try transformation.transform(&config, in: PythonSample.scope())
        #expect(config == ["name": "eu", "region": "eu-1"])
    }
}
