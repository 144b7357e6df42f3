import Jinja
import ManifestEngine
import ManifestEngineTesting
import Testing

@Suite("NoPagination")
struct NoPaginationTests {
    @Test("asks for one page and adds nothing to it")
    func onePage() throws {
        let paginator = try NoPagination(fields: "{}")
        let scope = try Scope.testing()
        #expect(paginator.initialToken(in: scope) == nil)
        #expect(paginator.token(after: PageSummary(extractedCount: 100), previous: nil, in: scope) == nil)
        #expect(paginator.requestParts(for: nil, in: scope).parts == RequestParts())
    }
}
