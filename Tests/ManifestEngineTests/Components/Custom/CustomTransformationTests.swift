import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("CustomTransformation", .enabled(if: PythonSample.isThere))
struct CustomTransformationTests {
    @Test("changes the records of a page, which sees slice and configuration")
    func change() async throws {
        let change = try PythonSample.component(CustomTransformation.self, "Change")
        let scope = try PythonSample.scope(StreamSlice(partition: ["a": 1], cursor: ["b": 2]))
        let records = try await change.apply(to: [Record(["id": 1]), Record(["id": 2])], in: scope)
        #expect(records.map { $0.members["id"] } == [1, 2])
        #expect(records.first?.members["slice"] == ["a": 1, "b": 2])
        #expect(records.first?.members["config"] == "c")
        #expect(try await change.apply(to: [], in: scope).isEmpty)
    }
}
