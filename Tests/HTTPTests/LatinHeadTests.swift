import Testing

@testable import HTTP

struct LatinHeadTests {
    @Test(
        "text in Latin-1",
        arguments: [
            ("", []), ("aé", [0x61, 0xE9]), ("ÿ\u{80}", [0xFF, 0x80]), ("\r\n", [13, 10]), ("€", nil), ("aĀ", nil),
        ]
            as [(String, [UInt8]?)]
    )
    func latin(text: String, expected: [UInt8]?) { #expect(LatinHead.latin(text) == expected) }

    @Test("headers go in Latin-1, bodies and the requests after them as they are")
    func sent() async throws {
        let response = LoopbackServer.Response("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
        let server = LoopbackServer(Array(repeating: response, count: 3))
        let transport = AsyncHTTPTransport()
        for value in ["Grüße", "plain", "é"] {
            let headers = HTTPHeaderList([("X-Name", value)])
            let body = Array("\(value) ü".utf8)
            _ = try await transport.send(HTTPRequest(method: "POST", url: server.url, headers: headers, body: body))
        }
        await transport.shutdown()
        server.stop()
        // Bytes that are not UTF-8 appear as U+FFFD here.
        for (request, texts) in zip(
            server.requests,
            [("Gr\u{FFFD}\u{FFFD}e", "Grüße"), ("plain", "plain"), ("\u{FFFD}", "é")]
        ) {
            #expect(request.contains("X-Name: \(texts.0)\r\n"), "\(request)")
            #expect(request.hasSuffix("\r\n\r\n\(texts.1) ü"))
        }
        #expect(server.requests.count == 3)
    }
}
