import HTTP
import JSON
import Testing

struct AsyncHTTPTransportTests {
    private static func ok(_ body: String) -> LoopbackServer.Response {
        .init("HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\nX-One: 1\r\n\r\n\(body)")
    }

    /// Sends requests one after the other to a server with the given responses.
    private func exchange(
        _ responses: [LoopbackServer.Response],
        options: TransportOptions = TransportOptions(),
        _ requests: (String) -> [HTTPRequest]
    ) async -> (results: [Result<HTTPResponse, TransportError>], seen: [String]) {
        let server = LoopbackServer(responses)
        let transport = AsyncHTTPTransport(options: options)
        var results: [Result<HTTPResponse, TransportError>] = []
        for request in requests(server.url) {
            do throws(TransportError) { results.append(.success(try await transport.send(request))) } catch {
                results.append(.failure(error))
            }
        }
        await transport.shutdown()
        server.stop()
        return (results, server.requests)
    }

    @Test("headers, body and response")
    func plain() async throws {
        let done = await exchange([Self.ok("hello")]) { url in
            let headers = HTTPHeaderList([("X-Own", "a"), ("Content-Type", "application/json")])
            return [HTTPRequest(method: "POST", url: url + "/p?a=1", headers: headers, body: Array("{}".utf8))]
        }
        let response = try done.results[0].get()
        #expect(response.status == 200)
        #expect(response.headers["x-one"] == "1")
        #expect(response.body.text == "hello")
        let lines = done.seen[0].split(separator: "\r\n").map(String.init)
        #expect(lines[0] == "POST /p?a=1 HTTP/1.1")
        for line in [
            "User-Agent: \(AsyncHTTPTransport.userAgent)", "Accept-Encoding: gzip, deflate", "Accept: */*", "X-Own: a",
            "Content-Type: application/json", "Content-Length: 2", "{}",
        ] { #expect(lines.contains(line)) }
    }

    @Test("a request's own headers replace the usual ones")
    func ownHeaders() async {
        let done = await exchange([Self.ok("")]) { url in
            [HTTPRequest(method: "GET", url: url, headers: HTTPHeaderList([("user-agent", "me"), ("accept", "a/b")]))]
        }
        #expect(done.seen[0].contains("user-agent: me"))
        #expect(!done.seen[0].contains("ManifestEngine"))
        #expect(!done.seen[0].contains("*/*"))
    }

    @Test("a compressed body comes decompressed")
    func gzip() async throws {
        let packed: [UInt8] = [
            0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0x07, 0, 0x86, 0xA6, 0x10, 0x36, 5, 0, 0,
            0,
        ]
        let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(packed.count)\r\n\r\n"
        let done = await exchange([.init(head: head, body: packed)]) { [HTTPRequest(method: "GET", url: $0)] }
        #expect(try done.results[0].get().body.text == "hello")
    }

    private static func packed(_ status: String, _ coding: String, _ body: [UInt8]) -> LoopbackServer.Response {
        let head = "HTTP/1.1 \(status)\r\nContent-Encoding: \(coding)\r\nContent-Length: \(body.count)\r\n\r\n"
        return .init(head: head, body: body)
    }

    @Test(
        "a body that cannot be read fails the request, unless its status is an error anyway",
        arguments: [
            ("200 OK", "gzip", TransportError.Kind.tooLarge), ("200 OK", "br", .unreadEncoding),
            ("200 OK", "deflate", .undecodable), ("503 No", "gzip", nil), ("401 No", "br", nil),
            ("404 No", "deflate", nil),
        ] as [(String, String, TransportError.Kind?)]
    )
    func unreadable(status: String, coding: String, expected: TransportError.Kind?) async throws {
        var options = TransportOptions()
        options.maxResponseSize = 100_000
        let body = coding == "gzip" ? Packing.gzip([UInt8](repeating: 0x30, count: 900_000)) : Array("no".utf8)
        let response = Self.packed(status, coding, body)
        let done = await exchange([response, Self.ok("next")], options: options) { url in
            [HTTPRequest(method: "GET", url: url), HTTPRequest(method: "GET", url: url)]
        }
        #expect(kind(done.results[0]) == expected)
        if expected == nil { #expect(try done.results[0].get().status == Int(status.prefix(3))) }
        #expect(try done.results[1].get().body.text == "next")
    }

    @Test("a large body arrives whole, with and without its length", arguments: [true, false])
    func large(hasLength: Bool) async throws {
        let body = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 % 251) }
        let length = hasLength ? "Content-Length: \(body.count)\r\n" : "Connection: close\r\n"
        var response = LoopbackServer.Response(head: "HTTP/1.1 200 OK\r\n\(length)\r\n", body: body)
        response.closes = !hasLength
        let done = await exchange([response]) { [HTTPRequest(method: "GET", url: $0)] }
        #expect(try done.results[0].get().body.buffer.elementsEqual(body))
    }

    @Test("one connection serves several requests")
    func keepAlive() async throws {
        let done = await exchange([Self.ok("1"), Self.ok("2")]) { url in
            [HTTPRequest(method: "GET", url: url), HTTPRequest(method: "GET", url: url)]
        }
        #expect(try done.results.map { try $0.get().body.text } == ["1", "2"])
    }

    @Test("redirects are followed, and the response knows where it came from")
    func redirect() async throws {
        let responses: [LoopbackServer.Response] = [
            .init("HTTP/1.1 302 Found\r\nLocation: /next\r\nContent-Length: 0\r\n\r\n"), Self.ok("there"),
        ]
        let done = await exchange(responses) { [HTTPRequest(method: "POST", url: $0 + "/first", body: [0x31])] }
        let response = try done.results[0].get()
        #expect(response.body.text == "there")
        #expect(response.url?.hasSuffix("/next") == true)
        #expect(done.seen[1].hasPrefix("GET /next "))
    }

    @Test("redirects end at their limit")
    func redirectLimit() async {
        let response = LoopbackServer.Response(
            "HTTP/1.1 302 Found\r\nLocation: /loop?token=SECRET\r\nContent-Length: 0\r\n\r\n"
        )
        var options = TransportOptions()
        options.redirectLimit = 3
        let done = await exchange(Array(repeating: response, count: 9), options: options) {
            [HTTPRequest(method: "GET", url: $0)]
        }
        #expect(kind(done.results[0]) == .tooManyRedirects)
        let told = message(done.results[0])
        #expect(told.hasPrefix("more than 3 redirects, from http://127.0.0.1:"))
        #expect(told.hasSuffix("/loop"))
        #expect(done.seen.count == 4)
    }

    @Test(
        "what a broken response counts as",
        arguments: [
            ("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort", TransportError.Kind.truncated),
            ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel", .truncated),
            ("", .connection), ("no HTTP at all\r\n\r\n", .connection),
        ]
    )
    func broken(text: String, expected: TransportError.Kind) async {
        let done = await exchange([.init(text, closes: true)]) { [HTTPRequest(method: "GET", url: $0)] }
        #expect(kind(done.results[0]) == expected)
    }

    @Test(
        "a status below 100, or of another protocol, is not HTTP, on a first connection and on a kept one",
        arguments: ["000", "001", "050", "099", "101"]
    )
    func noStatus(status: String) async {
        let odd = LoopbackServer.Response("HTTP/1.1 \(status) X\r\nContent-Length: 2\r\n\r\nok", closes: true)
        let done = await exchange([odd, Self.ok("1"), odd]) { url in
            Array(repeating: HTTPRequest(method: "GET", url: url), count: 3)
        }
        #expect(done.results.map(kind) == [.connection, nil, .connection])
    }

    @Test(
        "what a wrong address counts as",
        arguments: [
            ("http://127.0.0.1:1/", TransportError.Kind.connection), ("ftp://127.0.0.1/", .invalidScheme),
            ("127.0.0.1/x", .invalidURL), ("http://", .invalidURL),
        ]
    )
    func addresses(url: String, expected: TransportError.Kind) async {
        let done = await exchange([]) { _ in [HTTPRequest(method: "GET", url: url)] }
        #expect(kind(done.results[0]) == expected)
    }

    @Test("a peer that falls silent ends the request")
    func silence() async {
        var request = HTTPRequest(method: "GET", url: "")
        request.timeouts = HTTPTimeouts(read: 0.05)
        let head = LoopbackServer.Response("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n")
        let done = await exchange([head]) { url in
            request.url = url
            return [request]
        }
        #expect(kind(done.results[0]) == .timeout)
    }

    @Test("a cancelled task ends the request")
    func cancelled() async {
        let server = LoopbackServer([.init("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n")])
        let transport = AsyncHTTPTransport()
        let request = HTTPRequest(method: "GET", url: server.url)
        let task = Task { () async throws(TransportError) -> HTTPResponse in try await transport.send(request) }
        task.cancel()
        await #expect(throws: TransportError.self) { try await task.value }
        await transport.shutdown()
        server.stop()
    }

    @Test("after the end nothing is sent")
    func afterShutdown() async {
        let transport = AsyncHTTPTransport()
        await transport.shutdown()
        await #expect(throws: TransportError.self) {
            try await transport.send(HTTPRequest(method: "GET", url: "http://127.0.0.1:1/"))
        }
    }

    private func message(_ result: Result<HTTPResponse, TransportError>) -> String {
        if case .failure(let error) = result { return error.message }
        return ""
    }

    private func kind(_ result: Result<HTTPResponse, TransportError>) -> TransportError.Kind? {
        if case .failure(let error) = result { return error.kind }
        return nil
    }
}
