import HTTP
import Testing

@Suite("AddressCheck")
struct AddressCheckTests {
    @Test(
        "addresses that requests go to",
        arguments: [
            "http://a", "https://a.b/c?d=e#f", "HTTPS://A", "http://127.0.0.1:65535/", "http://[::1]:80/x",
            "https://a:/",
            "https://user:pa:ss@a.b:8443?x", "https://müller.example/", "http://under_score.example",
        ]
    )
    func fine(address: String) { #expect(AddressCheck.fault(in: address) == nil) }

    @Test("a long address is cut in messages", arguments: ["", "ftp://a/", "http://:1/"])
    func long(start: String) throws {
        let address = start + String(repeating: "x", count: 1_000_000)
        #expect(try #require(AddressCheck.fault(in: address)).message.count < 5000)
    }

    @Test(
        "addresses that are none, and why",
        arguments: [
            ("", .invalidURL, "does not begin with http:// or https://"),
            ("api.gong.io/v2?key=SECRET", .invalidURL, "did you mean 'https://api.gong.io/v2'?"),
            ("/localhost:1/v2", .invalidURL, "did you mean 'https://localhost:1/v2'?"),
            ("//api.gong.io", .invalidURL, "did you mean 'https://api.gong.io'?"),
            ("javascript:1", .invalidScheme, "'javascript:1' begins with javascript:; requests go only to"),
            ("MAILTO:a@b.com", .invalidScheme, "begins with MAILTO:;"),
            ("localhost:8080/v2", .invalidURL, "did you mean 'https://localhost:8080/v2'?"),
            ("ftp://a/b?key=SECRET", .invalidScheme, "begins with ftp://"),
            ("://a", .invalidURL, "does not begin with"),
            ("http://", .invalidURL, "it has no host"), ("https:///x", .invalidURL, "it has no host"),
            ("http://:80", .invalidURL, "it has no host"), ("http://user@", .invalidURL, "it has no host"),
            ("http://127.0.0.1:99999/x?key=SECRET", .invalidURL, "the port '99999' is not a number between"),
            ("http://a:0", .invalidURL, "the port '0'"), ("http://a:b", .invalidURL, "the port 'b'"),
            ("http://a:99999999999999999999999", .invalidURL, "the port '9999"),
            ("http://a b/", .invalidURL, "the host has a character that is not allowed"),
            ("http://a\nb/", .invalidURL, "the host has a character that is not allowed"),
            ("http://a]b/", .invalidURL, "the host has a character that is not allowed"),
            ("http://[::1/x", .invalidURL, "the host has a character that is not allowed"),
            ("http://[::1]x:1/", .invalidURL, "there is more than a port after its host"),
            ("https\u{1A}//a/", .invalidURL, "does not begin with http:// or https://"),
            ("http://{{ config.host }}/", .invalidURL, "the host has a character that is not allowed"),
        ] as [(String, TransportError.Kind, String)]
    )
    func faults(address: String, kind: TransportError.Kind, says: String) throws {
        let fault = try #require(AddressCheck.fault(in: address))
        #expect(fault.kind == kind)
        #expect(fault.message.contains(says))
        #expect(!fault.message.contains("SECRET"))
    }
}
