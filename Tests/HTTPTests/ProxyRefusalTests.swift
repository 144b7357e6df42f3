import Testing

@testable import HTTP

struct ProxyRefusalTests {
    private func told(_ status: Int?, login: String = "") throws -> TransportError {
        let proxy = try #require(ProxyAddress("http://\(login)proxy.example:3128"))
        return ProxyRefusal(proxy: proxy, status: status, target: "api.example.com:443").told
    }

    @Test(
        "what a refusal means, and what to do",
        arguments: [
            (407, "", .proxy, "requires a login (HTTP 407); set it in HTTP_PROXY"),
            (407, "me:secret@", .proxy, "rejected the login (HTTP 407); check user and password"),
            (403, "", .proxy, "does not let requests through to api.example.com:443 (HTTP 403)"),
            (404, "", .proxy, "NO_PROXY"), (429, "", .connection, "could not reach api.example.com:443 (HTTP 429)"),
            (502, "", .connection, "could not reach api.example.com:443 (HTTP 502)"),
            (504, "", .connection, "(HTTP 504)"),
            (302, "", .connection, "did not connect to api.example.com:443 (HTTP 302)"),
            (nil, "", .connection, "did not connect to api.example.com:443"),
        ] as [(Int?, String, TransportError.Kind, String)]
    )
    func texts(_ status: Int?, _ login: String, _ kind: TransportError.Kind, _ says: String) throws {
        let fault = try told(status, login: login)
        #expect(fault.kind == kind)
        #expect(fault.message.hasPrefix("the proxy http://proxy.example:3128 "))
        #expect(fault.message.contains(says), "\(fault.message)")
        #expect(!fault.message.contains("secret"))
    }
}
