import Testing

@testable import HTTP

struct RedirectRuleTests {
    private func next(
        _ method: String = "POST",
        _ status: Int = 302,
        from url: String = "https://a.com/x/y?q=1",
        to location: String? = "/z"
    ) -> HTTPRequest? {
        let headers = HTTPHeaderList([
            ("Authorization", "secret"), ("Content-Type", "application/json"), ("X-Own", "1"), ("Cookie", "c"),
        ])
        let request = HTTPRequest(method: method, url: url, headers: headers, body: [0x7B, 0x7D])
        return RedirectRule.next(after: request, status: status, location: location)
    }

    @Test(
        "methods",
        arguments: [
            ("POST", 301, "GET"), ("POST", 302, "GET"), ("POST", 303, "GET"), ("POST", 307, "POST"),
            ("POST", 308, "POST"), ("PUT", 301, "PUT"), ("PUT", 302, "GET"), ("HEAD", 302, "HEAD"), ("GET", 301, "GET"),
        ]
    )
    func methods(method: String, status: Int, expected: String) {
        let next = next(method, status)
        #expect(next?.method == expected)
        let keepsBody = status == 307 || status == 308
        #expect((next?.body != nil) == keepsBody)
        #expect((next?.headers["Content-Type"] != nil) == keepsBody)
        #expect(next?.headers["X-Own"] == "1")
        #expect(next?.headers["Cookie"] == nil)
    }

    @Test("other statuses are not redirects", arguments: [200, 300, 304, 305, 306, 400])
    func statuses(status: Int) { #expect(next("GET", status) == nil) }

    @Test("without a location it is not a redirect", arguments: [nil, ""] as [String?])
    func location(location: String?) { #expect(next(to: location) == nil) }

    @Test(
        "addresses",
        arguments: [
            ("/z", "https://a.com/z"), ("z", "https://a.com/x/z"), ("../z", "https://a.com/z"),
            ("//b.com/z", "https://b.com/z"), ("http://b.com/z?a=1", "http://b.com/z?a=1"),
            ("/z a", "https://a.com/z%20a"),
        ]
    )
    func addresses(location: String, expected: String) { #expect(next(to: location)?.url == expected) }
}
