import HTTP
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("CustomBackoffStrategy", .enabled(if: PythonSample.isThere))
struct CustomBackoffStrategyTests {
    @Test("says how long to wait, or leaves it open", arguments: [(1, nil), (3, 30)] as [(Int, Double?)])
    func waits(_ attempt: Int, _ seconds: Double?) async throws {
        let strategy = try PythonSample.component(CustomBackoffStrategy.self, "Wait")
        let request = HTTPRequest(method: "GET", url: "http://api/items")
        let outcome = RequestOutcome.response(PythonSample.response("", status: 503), request: request)
        #expect(try await strategy.wait(after: outcome, attempt: attempt, in: PythonSample.scope(), now: 0) == seconds)
    }
}
