import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("CustomSchemaLoader", .enabled(if: PythonSample.isThere))
struct CustomSchemaLoaderTests {
    @Test("gives the schema of the class")
    func schema() async throws {
        let loader = try PythonSample.component(CustomSchemaLoader.self, "Schema")
        let run = try StreamSample.run(StubTransport([]))
        #expect(try await loader.schema(of: "items", in: run) == ["type": "object", "title": "c"])
    }
}
