import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("CustomRecordFilter", .enabled(if: PythonSample.isThere))
struct CustomRecordFilterTests {
    @Test("keeps what the class gives")
    func keeps() async throws {
        let filter = try PythonSample.component(CustomRecordFilter.self, "Even")
        let records = try await filter.apply(to: (1...4).map { Record(["id": .integer($0)]) }, in: PythonSample.scope())
        #expect(records.map { $0.members["id"] } == [2, 4])
    }
}
