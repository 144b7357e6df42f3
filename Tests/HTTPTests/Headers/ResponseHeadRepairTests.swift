import HTTP
import JSON
import Testing

/// What comes of responses that are odd, but can be read.
struct ResponseHeadRepairTests {
    static let responses = [
        "HTTP/1.1 200 OK\r\nA: 1\r\n 2\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.1 200 OK\nContent-Length: 2\n\nok",
        "HTTP/1.1 200 OK\r\nA B: 1\r\nContent-Length : 2\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nContent-Length: 2, 2\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nContent-Length: 2,2\r\nA: 1\r\ncontent-length: 2\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nContent-Length: 9, 8\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n2;x=1\r\nok\r\n0\r\nT: 1\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nA : 1\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.1  200  OK\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 002\r\n\r\nok",
        "HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nok", "HTTP/1.1 200 \r\nContent-Length: 2\r\n\r\nok",
        "\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", "HTTP/1.0 200 OK\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nok",
    ]

    @Test("the body comes whole, on a first connection and on the next", arguments: responses)
    func body(response: String) async throws {
        let server = LoopbackServer(Array(repeating: .init(response, closes: true), count: 2))
        let transport = AsyncHTTPTransport()
        for _ in 0..<2 {
            let response = try await transport.send(HTTPRequest(method: "GET", url: server.url))
            #expect(response.status == 200)
            #expect(response.body.text == "ok")
        }
        await transport.shutdown()
        server.stop()
    }

    @Test(
        "lengths that contradict each other are refused",
        arguments: ["2\r\nContent-Length: 9", "9\r\nContent-Length: 2", "2, 9", "2, 2\r\nContent-Length: 9"]
    )
    func contradiction(lengths: String) async throws {
        let odd = LoopbackServer.Response("HTTP/1.1 200 OK\r\nContent-Length: \(lengths)\r\n\r\nok", closes: true)
        let server = LoopbackServer([.init(Self.responses[0]), odd])
        let transport = AsyncHTTPTransport()
        let request = HTTPRequest(method: "GET", url: server.url)
        _ = try await transport.send(request)
        let fault = await #expect(throws: TransportError.self) { try await transport.send(request) }
        #expect(fault?.kind == .connection)
        await transport.shutdown()
        server.stop()
    }
}
