import HTTP
import JSON
import Jinja
import Manifest
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("PageHeaders")
struct PageHeadersTests {
    private func text(_ template: String, _ fields: [(String, String)]) throws -> String {
        let scope = try Scope.testing()
        scope[.headers] = .object(PageHeaders(HTTPHeaderList(fields)))
        return try TemplateText(template).text(in: scope)
    }

    @Test(
        "templates find the next page by its relation, whatever line of the header it is in",
        arguments: [
            [("Link", #"<http://h/2>; rel="next""#)],
            [("link", #"<http://h/2>; rel="next", <http://h/9>; rel="last""#)],
            [("LINK", #"<http://h/9>; rel="last", <http://h/2>; rel="next""#)],
            [("Link", #"<http://h/9>; rel="last""#), ("Link", #"<http://h/2>; rel="next""#)],
            [("Link", #"<http://h/2>; rel="next""#), ("X", "y"), ("link", #"<http://h/9>; rel="last""#)],
        ]
    )
    func next(_ fields: [(String, String)]) throws {
        #expect(try text("{{ headers['link']['next']['url'] }}", fields) == "http://h/2")
        #expect(try text("{{ headers.link.next.url }}", fields) == "http://h/2")
    }

    @Test("without the header there are no links")
    func none() throws {
        #expect(try text("{{ headers['link'] }}", [("A", "b")]) == "{}")
        #expect(try text("{{ 'next' in headers['link'] }}", [("Link", "")]) == "False")
    }

    @Test("a header that came several times is one text under the name it had first")
    func joined() {
        let headers = HTTPHeaderList([("X-A", "1"), ("B", "2"), ("x-a", "3")])
        #expect(PageHeaders.object(headers) == ["X-A": "1, 3", "B": "2", "link": [:]])
    }
}
