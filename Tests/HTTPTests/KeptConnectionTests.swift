import HTTP
import JSON
import Testing

/// Servers that close kept connections without notice.
struct KeptConnectionTests {
    private static func page(closes: Bool) -> LoopbackServer.Response {
        .init("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", closes: closes)
    }

    /// What comes of requests sent one after the other, and how many the server read.
    private func outcomes(
        _ responses: [LoopbackServer.Response],
        _ method: String,
        count: Int
    ) async -> (texts: [String], read: Int) {
        let server = LoopbackServer(responses)
        // One connection, so that each request has to wait for the one that is kept.
        var options = TransportOptions()
        options.connectionsPerHost = 1
        // On a busy machine more than a minute may pass between two requests.
        options.idleTimeout = 3600
        let transport = AsyncHTTPTransport(options: options)
        let body: [UInt8]? = method == "POST" ? Array("{}".utf8) : nil
        var texts: [String] = []
        for _ in 0..<count {
            let request = HTTPRequest(method: method, url: server.url, body: body)
            do throws(TransportError) { texts.append(try await transport.send(request).body.text) } catch {
                texts.append(error.kind.rawValue)
            }
        }
        await transport.shutdown()
        server.stop()
        return (texts, server.requests.count)
    }

    @Test(
        "each connection closed after one response: every page comes, and is asked for once",
        arguments: ["GET", "POST"]
    )
    func closedAfterEach(method: String) async {
        let done = await outcomes(Array(repeating: Self.page(closes: true), count: 20), method, count: 20)
        #expect(done.texts == Array(repeating: "ok", count: 20))
        #expect(done.read == 20)
    }

    @Test("a request that was read and dropped goes again when it may be repeated")
    func repeated() async {
        let responses = [Self.page(closes: false), .init("", closes: true), Self.page(closes: false)]
        let done = await outcomes(responses, "GET", count: 2)
        #expect(done.texts == ["ok", "ok"])
        #expect(done.read == 3)
    }

    @Test("a POST that was read and dropped does not")
    func notRepeated() async {
        let responses = [Self.page(closes: false), .init("", closes: true), Self.page(closes: false)]
        let done = await outcomes(responses, "POST", count: 2)
        #expect(done.texts == ["ok", "connection"])
        #expect(done.read == 2)
    }

    @Test("neither does the first request of a connection")
    func first() async {
        let done = await outcomes([.init("", closes: true), Self.page(closes: false)], "GET", count: 1)
        #expect(done.texts == ["connection"])
        #expect(done.read == 1)
    }
}
