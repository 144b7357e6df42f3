import Diagnostics
import Testing

@testable import HTTP
@testable import ManifestEngine

struct HttpRequestRegexMatcherTests {
    @Test(
        "everything that is stated must fit",
        arguments: [
            ("method: get", "GET", "https://a.com/x", true), ("method: POST", "GET", "https://a.com/x", false),
            ("url_base: https://a.com/", "GET", "https://a.com/x", true),
            ("url_base: https://a.com", "GET", "https://a.com:443/x", false),
            (#"url_path_pattern: '/v\d+/items$'"#, "GET", "https://a.com/api/v2/items/?a=1", true),
            ("url_path_pattern: ^/items", "GET", "https://a.com/api/items", false),
            ("params: {a: 1}", "GET", "https://a.com/?a=1&b=2", true),
            ("params: {a: '1'}", "GET", "https://a.com/?a=2", false),
            ("params: {a: x y}", "GET", "https://a.com/?a=x+y", true),
            ("params: {a: ''}", "GET", "https://a.com/?a=", false),
            ("params: {a: '=1'}", "GET", "https://a.com/?a==1", true),
            ("params: {a: '1'}", "GET", "https://a.com/?=a=1", false),
            ("headers: {X-A: '1'}", "GET", "https://a.com/", true),
            ("headers: {X-A: '2'}", "GET", "https://a.com/", false),
            ("{}", "DELETE", "https://a.com/", true),
        ]
    )
    func matches(yaml: String, method: String, url: String, expected: Bool) throws {
        let request = HTTPRequest(method: method, url: url, headers: HTTPHeaderList([("x-a", "1")]))
        let matcher = try HttpRequestRegexMatcher(yaml: yaml == "{}" ? "" : yaml)
        #expect(matcher.matches(MatchedRequest(request)) == expected)
    }

    @Test("weights", arguments: [("", 1), ("weight: 3", 3), ("weight: '4'", 4)])
    func weight(yaml: String, expected: Int) throws {
        #expect(try HttpRequestRegexMatcher(yaml: yaml).weight(in: .sample()) == expected)
    }

    @Test("a weight below 1 fails")
    func lightWeight() throws {
        let matcher = try HttpRequestRegexMatcher(yaml: "weight: '{{ 0 }}'")
        #expect(throws: EngineFailure.self) { try matcher.weight(in: .sample()) }
    }

    @Test("an invalid pattern is a fault of the manifest")
    func pattern() {
        #expect(throws: ManifestFault.self) { try HttpRequestRegexMatcher(checking: "url_path_pattern: '('") }
    }
}
