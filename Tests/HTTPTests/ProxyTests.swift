import HTTP
import Testing

/// How requests look to a proxy.
struct ProxyTests {
    private static let ok = LoopbackServer.Response("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")

    private func send(
        _ urls: [String],
        through responses: [LoopbackServer.Response],
        variable: String = "ALL_PROXY"
    ) async throws -> (faults: [TransportError], seen: [[String]]) {
        let proxy = LoopbackServer(responses)
        var options = TransportOptions()
        options.proxies = try ProxyRules(environment: [variable: "http://me:p%40ss@127.0.0.1:\(proxy.port)"])
        let transport = AsyncHTTPTransport(options: options)
        var faults: [TransportError] = []
        for url in urls {
            do throws(TransportError) { _ = try await transport.send(HTTPRequest(method: "GET", url: url)) } catch {
                faults.append(error)
            }
        }
        await transport.shutdown()
        proxy.stop()
        return (faults, proxy.requests.map { $0.split(separator: "\r\n").map(String.init) })
    }

    @Test("http: the whole address, host and login; one connection for all hosts")
    func plain() async throws {
        let urls = ["http://a.invalid:81/p?q=1#f", "http://b.invalid"]
        let done = try await send(urls, through: [Self.ok, Self.ok])
        #expect(done.faults.isEmpty)
        #expect(
            done.seen.map { $0[0] } == ["GET http://a.invalid:81/p?q=1 HTTP/1.1", "GET http://b.invalid/ HTTP/1.1"]
        )
        #expect(done.seen[0].contains("Host: a.invalid:81"))
        #expect(done.seen[0].contains("Proxy-Authorization: Basic bWU6cEBzcw=="))
        #expect(done.seen[1].contains("Host: b.invalid"))
    }

    @Test("https: a tunnel is asked for with the login; its refusal names the proxy, not the password")
    func tunnel() async throws {
        let refusal = LoopbackServer.Response("HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n", closes: true)
        let done = try await send(["https://a.invalid/p"], through: [refusal])
        #expect(done.seen[0][0] == "CONNECT a.invalid:443 HTTP/1.1")
        #expect(done.seen[0].contains("proxy-authorization: Basic bWU6cEBzcw=="))
        let message = try #require(done.faults.first?.message)
        #expect(message.contains("the proxy http://127.0.0.1:"))
        #expect(message.contains("rejected the login (HTTP 407)"))
        #expect(!message.contains("p@ss"))
        #expect(done.faults.first?.kind == .proxy)
        #expect(done.seen.count == 1)
    }

    @Test(
        "https: a proxy that opens no tunnel is named with its response",
        arguments: [("502 Bad Gateway", TransportError.Kind.connection, "HTTP 502"), ("403 No", .proxy, "HTTP 403")]
    )
    func noTunnel(_ status: String, _ kind: TransportError.Kind, _ says: String) async throws {
        let refusal = LoopbackServer.Response("HTTP/1.1 \(status)\r\nContent-Length: 0\r\n\r\n", closes: true)
        let done = try await send(["https://a.invalid/p"], through: [refusal, refusal])
        let fault = try #require(done.faults.first)
        #expect(fault.kind == kind)
        #expect(fault.message.contains("the proxy http://127.0.0.1:"))
        #expect(fault.message.contains("a.invalid:443 (\(says))"))
        // It is asked a second time for what it says.
        #expect(done.seen.map { $0[0] } == Array(repeating: "CONNECT a.invalid:443 HTTP/1.1", count: 2))
    }

    @Test("https: a tunnel that ends at once says so")
    func closedTunnel() async throws {
        let open = LoopbackServer.Response("HTTP/1.1 200 OK\r\n\r\n", closes: true)
        let fault = try #require(try await send(["https://a.invalid/p"], through: [open]).faults.first)
        #expect(fault.kind == .connection)
        #expect(fault.message.hasPrefix("a.invalid closed the connection "))
    }

    @Test("http: a proxy that wants a login is not a response of the API; other responses name the proxy")
    func refusedPlainly() async throws {
        let refusal = LoopbackServer.Response("HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n")
        let done = try await send(["http://a.invalid/p"], through: [refusal], variable: "HTTP_PROXY")
        #expect(done.faults.first?.kind == .proxy)
        #expect(done.faults.first?.message.contains("rejected the login") == true)
        let proxy = LoopbackServer([LoopbackServer.Response("HTTP/1.1 502 No\r\nContent-Length: 0\r\n\r\n")])
        var options = TransportOptions()
        options.proxies = try ProxyRules(environment: ["http_proxy": proxy.url])
        let transport = AsyncHTTPTransport(options: options)
        let response = try await transport.send(HTTPRequest(method: "GET", url: "http://a.invalid/p"))
        await transport.shutdown()
        proxy.stop()
        #expect(response.status == 502)
        #expect(response.proxy == proxy.url)
    }

    @Test("a redirect is followed through the proxy of its own address")
    func redirect() async throws {
        let away = LoopbackServer.Response(
            "HTTP/1.1 302 Found\r\nLocation: http://b.invalid/x\r\nSet-Cookie: a=1\r\nContent-Length: 0\r\n\r\n"
        )
        let done = try await send(["http://a.invalid/"], through: [away, Self.ok], variable: "http_proxy")
        #expect(done.seen.last?[0] == "GET http://b.invalid/x HTTP/1.1")
        #expect(done.seen.last?.contains { $0.hasPrefix("Cookie") } == false)
    }
}
