import HTTP
import Testing

struct AddressPartsTests {
    @Test("all parts")
    func parts() {
        let parts = AddressParts("HTTPS://user:pass@Api.Example.com:8443/v1/items?a=1&b=2#part")
        #expect(parts?.scheme == "https")
        #expect(parts?.authority == "Api.Example.com:8443")
        #expect(parts?.host == "api.example.com")
        #expect(parts?.port == 8443)
        #expect(parts?.path == "/v1/items")
        #expect(parts?.query == "a=1&b=2")
        #expect(parts?.withoutQuery == "https://Api.Example.com:8443/v1/items")
    }

    @Test(
        "short and odd ones",
        arguments: [
            ("http://h", "h", nil, "", ""), ("http://h?q", "h", nil, "", "q"),
            ("http://[::1]:80/x", "[::1]", 80, "/x", ""),
            ("http://[::1]/x", "[::1]", nil, "/x", ""),
            ("http://h?\u{301}q/#\u{301}x", "h", nil, "", "\u{301}q/"),
        ] as [(String, String, Int?, String, String)]
    )
    func odd(address: String, host: String, port: Int?, path: String, query: String) {
        let parts = AddressParts(address)
        #expect(parts?.host == host)
        #expect(parts?.port == port)
        #expect(parts?.path == path)
        #expect(parts?.query == query)
    }

    @Test("relative ones have no parts", arguments: ["/x", "h/x", "mailto:x"])
    func relative(address: String) { #expect(AddressParts(address) == nil) }

    @Test(
        "an address for messages has no login",
        arguments: [
            ("http://u:p@h/x@y?a=b@c", "http://h/x@y?a=b@c"), ("http://h/x@y", "http://h/x@y"), ("u:p@h", "u:p@h"),
            ("https://u@h", "https://h"), ("https://u:p@\u{301}h", "https://\u{301}h"),
        ]
    )
    func withoutLogin(address: String, shown: String) {
        #expect(AddressParts.withoutLogin(address) == shown)
    }
}
