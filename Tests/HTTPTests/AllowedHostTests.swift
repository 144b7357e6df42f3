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
        let host = try AllowedHost(text)
        let origin = try #require(AddressOrigin(address))
        #expect(host.covers(origin, insteadOf: AddressOrigin("https://a.com")) == expected)
    }

    @Test("continues without encryption from a host without", arguments: ["b.com", "127.0.0.1:80", "*.b.com"])
    func plain(_ text: String) throws {
        let origin = try #require(AddressOrigin("http://\(text.replacing("*", with: "x"))"))
        #expect(try AllowedHost(text).covers(origin, insteadOf: AddressOrigin("http://a.com")))
    }

    @Test(
        "other strings name no host, and the reason is given",
        arguments: [
            ("", "it has no host"), ("http://", "it has no host"),
            ("*", "a '*' may only stand for all hosts below a domain"),
            ("*.com", "a '*' may only stand for"), ("a.*.com", "a '*' may only stand for"),
            ("**.b.com", "a '*' may only stand for"),
            ("b.com/x", "it contains more than a host and a port"), ("b.com?x", "it contains more than"),
            ("u:p@b.com", "it contains more than"),
            ("b.com#x", "it contains more than"), ("a b", "the host has a character that is not allowed in host names"),
            ("x:99999", "the port '99999' is not a number between 1 and 65535"), ("x:y", "the port 'y' is not"),
            ("[::1", "the host has a character"), ("ftp://b.com", "requests go only to http:// and https://"),
        ]
    )
    func faults(_ text: String, _ reason: String) throws {
        let fault = try #require(throws: AllowedHost.Fault.self) { try AllowedHost(text) }
        #expect(fault.reason.hasPrefix(reason))
    }
}
