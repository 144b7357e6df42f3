import HTTP
import JSON
import Testing

struct WholeRequestFlushTests {
    @Test("head and body leave in one piece, on new connections and kept ones")
    func onePiece() async throws {
        let response = LoopbackServer.Response("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
        let server = LoopbackServer(Array(repeating: response, count: 5))
        let transport = AsyncHTTPTransport()
        for number in 0..<5 {
            let body = Array("{\"number\": \(number)}".utf8)
            let response = try await transport.send(HTTPRequest(method: "POST", url: server.url + "/a", body: body))
            #expect(response.body.text == "ok")
        }
        await transport.shutdown()
        server.stop()
        #expect(server.pieceCounts == [1, 1, 1, 1, 1])
    }
}
