import Diagnostics
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("CustomRetriever", .enabled(if: PythonSample.isThere))
struct CustomRetrieverTests {
    /// The records of a slice, and the failure that ended it.
    private func read(_ fields: String) async throws -> (records: [JSONObject], failure: EngineFailure?) {
        let retriever = try PythonSample.component(CustomRetriever.self, "Pull", fields)
        let stream = DeclarativeStream(named: "items", reading: retriever)
        let reading = try await StreamReading.open(stream, run: StreamSample.run(StubTransport([])))
        var records: [JSONObject] = []
        do {
            for try await page in SlicePages(reading, StreamSlice(partition: ["letter": "a"]), on: nil) {
                records += page.records.map(\.members)
            }
        } catch let failure as EngineFailure {
            return (records, failure)
        }
        return (records, nil)
    }

    @Test("gives the records of a slice in order; a message is none", arguments: [0, 3, 250])
    func records(_ count: Int) async throws {
        let records = try await read("count: \(count)").records
        #expect(records.map { $0["id"]?.integer } == Array(0..<count))
        if count > 0 { #expect(records[0] == ["id": 0, "letter": "a", "name": "items", "schema": [:]]) }
    }

    @Test("the records before an exception come before it", arguments: [0, 3, 250])
    func failure(_ count: Int) async throws {
        let (records, failure) = try await read("count: \(count), fails: true")
        #expect(records.count == count)
        #expect(failure?.message.hasSuffix("failed: ValueError: no more") == true)
    }
}
