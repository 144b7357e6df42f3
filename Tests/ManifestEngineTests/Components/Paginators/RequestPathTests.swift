import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("RequestPath")
struct RequestPathTests {
    @Test("puts the token where the path stands")
    func path() throws {
        let paginator = try DefaultPaginator(
            fields: """
                pagination_strategy: {type: CursorPagination, cursor_value: "{{ response.next }}"}
                page_token_option: {type: RequestPath}
                """
        )
        let made = try paginator.requestParts(for: "/items?page=2", in: .testing())
        #expect(made.path == "/items?page=2")
        #expect(made.parts == RequestParts())
        #expect(try paginator.requestParts(for: nil, in: .testing()).path == nil)
    }
}
