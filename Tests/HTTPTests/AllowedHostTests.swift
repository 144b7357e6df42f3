import Testing

@testable import HTTP

@Suite("AllowedHost")
struct AllowedHostTests {
    @Test(
        "covers the hosts it names",
        arguments: [
            ("b.com", "https://b.com/x", true), ("B.com", "https://b.COM", true), ("b.com", "https://b.com:8443", true),
            ("b.com:8443", "https://b.com:8443", true), ("b.com:8443", "https://b.com", false),
            ("b.com", "https://a.b.com", false), ("*.b.com", "https://a.b.com", true),
            ("*.b.com", "https://x.a.b.com", true), ("*.b.com", "https://b.com", false),
            ("*.b.com", "https://ab.com", false), ("*.b.com", "https://b.com.evil.org", false),
            ("b.com", "http://b.com", false), ("http://b.com", "http://b.com", true),
            ("http://b.com", "https://b.com", false), ("https://b.com", "https://b.com", true),
            ("[::1]:80", "https://[::1]:80/x", true), ("b.com", "https://b.com@evil.org/", false),
        ]
    )
    func covers(_ text: String, _ address: String, _ expected: Bool) throws {
        let host = try #require(AllowedHost(text))
        let origin = try #require(AddressOrigin(address))
        #expect(host.covers(origin, insteadOf: AddressOrigin("https://a.com")) == expected)
    }

    @Test("goes on without encryption from a host without", arguments: ["b.com", "127.0.0.1:80", "*.b.com"])
    func plain(_ text: String) throws {
        let origin = try #require(AddressOrigin("http://\(text.replacing("*", with: "x"))"))
        #expect(AllowedHost(text)?.covers(origin, insteadOf: AddressOrigin("http://a.com")) == true)
    }

    @Test(
        "other texts name no host",
        arguments: ["", "*", "*.com", "a.*.com", "b.com/x", "b.com?x", "http://", "**.b.com"]
    )
    func faults(_ text: String) { #expect(AllowedHost(text) == nil) }
}
