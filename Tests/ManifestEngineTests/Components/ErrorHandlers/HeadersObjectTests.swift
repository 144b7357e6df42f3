import HTTP
import Jinja
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("HeadersObject")
struct HeadersObjectTests {
    @Test(
        "is for templates what it is in the reference",
        arguments: [
            ("headers", "{'Link': '<x>', 'X-Rate': '5'}"),
            ("headers.link", "'<x>'"),
            ("headers['link']", "'<x>'"),
            ("headers['LINK']", "'<x>'"),
            ("headers.get('x-rate')", "5"),
            ("headers.get('nope')", "None"),
            ("'link' in headers", "True"),
            ("headers['X-Rate'] | int", "5"),
            ("headers | length", "2"),
        ]
    )
    func represented(_ expression: String, _ expected: String) throws {
        let scope = try Scope.testing()
        scope[.headers] = .object(HeadersObject(HTTPHeaderList([("Link", "<x>"), ("X-Rate", "5")])))
        #expect(try scope.represented("{{ \(expression) }}") == expected)
    }
}
