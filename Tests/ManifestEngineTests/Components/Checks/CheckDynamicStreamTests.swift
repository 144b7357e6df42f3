import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("CheckDynamicStream")
struct CheckDynamicStreamTests {
    private static let good = StreamSample.page([["id": 1]])

    @Test(
        "reads the first streams, the declared ones first",
        arguments: [
            ("stream_count: 1", nil), ("stream_count: 0", nil), ("stream_count: 2", "Stream a is not available: "),
            ("stream_count: 9", "Stream a is not available: "), ("stream_count: 2, use_check_availability: false", nil),
        ]
    )
    func reads(_ fields: String, _ failure: String?) async throws {
        let text = DynamicSample.text(check: "check: {type: CheckDynamicStream, \(fields)}")
        let responses: JSONValue = [Self.good, StreamSample.refusal("/none")]
        let session = try DynamicSample.session(text, responses, config: ["tables": [["name": "a"]]])
        let found = try await session.check()
        #expect(failure == nil ? found == nil : found?.hasPrefix(failure ?? "") == true)
    }

    @Test("fails without a stream, and says which one is faulty")
    func none() async throws {
        let check = "check: {type: CheckDynamicStream, stream_count: 1}"
        let text = DynamicSample.text(check: check, streams: []).replacing("streams:\n\n", with: "streams: []\n")
        #expect(try await DynamicSample.session(text).check() == "There are no streams to check.")
        let faulty = try DynamicSample.session(text, config: ["tables": [["name": 1]]])
        #expect(try await faulty.check()?.hasPrefix("Stream tables[0] cannot be read: ") == true)
    }
}
