import HTTP
import JSON
import Jinja
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("CustomPaginationStrategy", .enabled(if: PythonSample.isThere))
struct CustomPaginationStrategyTests {
    @Test("names size, first and next page")
    func pages() async throws {
        let strategy = try PythonSample.component(CustomPaginationStrategy.self, "Paging")
        let scope = try PythonSample.scope()
        scope[.response] = Value(["more": true])
        scope[.headers] = .object(PageHeaders(HTTPHeaderList([("X-Page", "9")])))
        #expect(try strategy.pageSize(in: scope) == 7)
        #expect(try await strategy.initialToken(in: scope) == "first")
        let summary = PageSummary(extractedCount: 3, emittedCount: 2, lastRecord: Record(["id": 5]))
        let token = try await strategy.token(after: summary, previous: "p", in: scope)
        #expect(token == ["9", 2, ["id": 5], "p"])
        scope[.response] = Value(["more": false])
        #expect(try await strategy.token(after: summary, previous: nil, in: scope) == nil)
    }
}
