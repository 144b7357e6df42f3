import Diagnostics
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("CustomRecordExtractor", .enabled(if: PythonSample.isThere))
struct CustomRecordExtractorTests {
    @Test("finds records in the response, whose status, headers and address it sees")
    func finds() async throws {
        let extractor = try PythonSample.component(CustomRecordExtractor.self, "Rows")
        var page = DecodedPage(bodies: [])
        page.response = PythonSample.response(#"{"rows":[{"id":1},{"id":2}]}"#, status: 201, headers: [("X-Kind", "k")])
        let found = try await extractor.extract(from: page, in: PythonSample.scope())
        #expect(found == [["id": 1], ["id": 2], ["status": 201, "kind": "k", "url": "http://api/items"]])
    }

    @Test("a body that comes in pieces is refused")
    func pieces() async throws {
        let extractor = try PythonSample.component(CustomRecordExtractor.self, "Rows")
        await #expect(throws: EngineFailure.self) {
            try await extractor.extract(from: DecodedPage(bodies: []), in: PythonSample.scope())
        }
    }
}
