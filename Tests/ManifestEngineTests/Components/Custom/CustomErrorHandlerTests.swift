import Diagnostics
import HTTP
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("CustomErrorHandler", .enabled(if: PythonSample.isThere))
struct CustomErrorHandlerTests {
    private let request = HTTPRequest(method: "GET", url: "http://api/items")

    @Test("decides about responses and their absence")
    func decides() async throws {
        let handler = try PythonSample.component(CustomErrorHandler.self, "Judge")
        let scope = try PythonSample.scope()
        let response = RequestOutcome.response(PythonSample.response("", status: 418), request: request)
        let resolution = try await handler.resolve(response, in: scope)
        #expect(resolution.action == .ignore && resolution.message == "418" && resolution.failureType == .transient)
        let absence = RequestOutcome.failure(TransportError(.connection, "refused"), request: request)
        let retry = try await handler.resolve(absence, in: scope)
        #expect(retry.action == .retry && retry.message?.contains("refused") == true)
        #expect(try handler.maxRetries(in: scope) == 3)
        #expect(try await handler.backoff(after: response, attempt: 2, in: scope, now: 0) == 3)
    }
}
