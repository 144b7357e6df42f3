import HTTP
import Testing

/// Cookies on their way through the transport.
struct CookieExchangeTests {
    private static let ok = LoopbackServer.Response("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")

    /// The `Cookie` headers that the server saw.
    private func cookies(
        _ responses: [LoopbackServer.Response],
        jar: CookieJar?,
        _ requests: [HTTPHeaderList]
    ) async throws -> [String?] {
        let server = LoopbackServer(responses)
        let transport = AsyncHTTPTransport()
        for headers in requests {
            _ = try await transport.send(HTTPRequest(method: "GET", url: server.url, headers: headers), cookies: jar)
        }
        await transport.shutdown()
        server.stop()
        return server.requests.map { request in
            request.split(separator: "\r\n").first { $0.hasPrefix("Cookie: ") }.map { String($0.dropFirst(8)) }
        }
    }

    private static let setting = LoopbackServer.Response(
        "HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2; Path=/\r\nContent-Length: 0\r\n\r\n"
    )
    private static let redirect = LoopbackServer.Response(
        "HTTP/1.1 302 Found\r\nLocation: /\r\nSet-Cookie: gate=open; HttpOnly\r\nContent-Length: 0\r\n\r\n"
    )

    @Test("what a response sets goes with the next request")
    func next() async throws {
        let empty = HTTPHeaderList()
        let seen = try await cookies([Self.setting, Self.ok], jar: CookieJar(now: { 0 }), [empty, empty])
        #expect(seen == [nil, "a=1; b=2"])
    }

    @Test("without a jar it does not")
    func none() async throws {
        let seen = try await cookies([Self.setting, Self.ok], jar: nil, [HTTPHeaderList(), HTTPHeaderList()])
        #expect(seen == [nil, nil])
    }

    @Test("what a redirect sets goes to its target, with a jar and without", arguments: [true, false])
    func redirected(hasJar: Bool) async throws {
        let jar = hasJar ? CookieJar(now: { 0 }) : nil
        #expect(try await cookies([Self.redirect, Self.ok], jar: jar, [HTTPHeaderList()]) == [nil, "gate=open"])
    }

    @Test("a request's own header replaces kept cookies, up to a redirect")
    func ownHeader() async throws {
        let own = HTTPHeaderList([("Cookie", "own=1")])
        let seen = try await cookies([Self.setting, Self.redirect, Self.ok], jar: CookieJar(now: { 0 }), [own, own])
        #expect(seen == ["own=1", "own=1", "a=1; b=2; gate=open"])
    }
}
