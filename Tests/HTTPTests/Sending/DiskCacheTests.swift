import HTTP
import JSON
import TestSupport
import Testing

@Suite("DiskCache")
struct DiskCacheTests {
    /// A cache, and the requests that went through it.
    private struct Bench: Sendable {
        let cache = DiskCache()
        let sent = Notes()

        func fetch(_ request: HTTPRequest, status: Int = 200, body: String = "response") async throws -> HTTPResponse {
            try await cache.response(to: request) {
                sent.add(request.url)
                return HTTPResponse(status: status, headers: HTTPHeaderList([("A", "1")]), body: Bytes(body))
            }
        }
    }

    private static func request(
        _ method: String = "GET",
        url: String = "http://api/items",
        headers: [(String, String)] = [],
        body: String? = nil
    ) -> HTTPRequest {
        HTTPRequest(method: method, url: url, headers: HTTPHeaderList(headers), body: body.map { Array($0.utf8) })
    }

    @Test(
        "only a response 200 to GET is kept",
        arguments: [("GET", 200, 1), ("GET", 201, 2), ("GET", 404, 2), ("GET", 500, 2), ("POST", 200, 2)]
    )
    func kept(_ method: String, _ status: Int, _ sends: Int) async throws {
        let bench = Bench()
        for _ in 1...2 {
            let response = try await bench.fetch(Self.request(method), status: status)
            #expect(response.status == status)
            #expect(response.body.text == "response")
            #expect(response.headers["A"] == "1")
        }
        #expect(bench.sent.lines.count == sends)
    }

    @Test(
        "requests that differ in credentials only are the same",
        arguments: [
            ("Authorization", 1), ("X-API-Key", 1), ("x-auth-token", 1), ("X-Api-Token", 1), ("X-Access-Token", 1),
            ("Accept", 2), ("X-Account", 2),
        ]
    )
    func headers(_ name: String, _ sends: Int) async throws {
        let bench = Bench()
        _ = try await bench.fetch(Self.request(headers: [(name, "one")]))
        _ = try await bench.fetch(Self.request(headers: [(name, "two")]))
        #expect(bench.sent.lines.count == sends)
    }

    @Test("address and body distinguish requests")
    func apart() async throws {
        let bench = Bench()
        let requests = [
            Self.request(), Self.request(url: "http://api/items?page=2"), Self.request(body: "a"),
            Self.request(body: "b"),
        ]
        for request in requests + requests { _ = try await bench.fetch(request) }
        #expect(bench.sent.lines.count == requests.count)
    }

    @Test("each response comes back whole", arguments: [0, 1, 100_000])
    func bodies(size: Int) async throws {
        let bench = Bench()
        let bodies = ["a", "b", "c"].map { String(repeating: $0, count: size) }
        for _ in 1...2 {
            for (index, body) in bodies.enumerated() {
                let response = try await bench.fetch(Self.request(url: "http://api/\(index)"), body: body)
                #expect(response.body.text == body)
            }
        }
        #expect(bench.sent.lines.count == 3)
    }

    @Test("what is kept has the limit of the response")
    func limits() async throws {
        var options = TransportOptions()
        options.maxResponseSize = 7
        let limit = ResponseLimit(options)
        let bench = Bench()
        for _ in 1...2 {
            let response = try await bench.cache.response(to: Self.request()) {
                var response = HTTPResponse(status: 200, body: Bytes("a"))
                response.limit = limit
                return response
            }
            #expect(response.limit == limit)
        }
    }

    @Test("a request under way is waited for, not sent again")
    func together() {
        let executor = StepExecutor()
        let bench = Bench()
        let responses = Notes()
        for number in 1...3 {
            executor.start {
                let response = try? await bench.cache.response(to: Self.request()) {
                    bench.sent.add("\(number)")
                    await executor.yield()
                    return HTTPResponse(status: 200, body: Bytes("from \(number)"))
                }
                responses.add(response?.body.text ?? "none")
            }
        }
        executor.runAll()
        #expect(bench.sent.lines == ["1"])
        #expect(responses.lines == ["from 1", "from 1", "from 1"])
    }

    @Test("after a failure the next one that waits sends it", arguments: [true, false])
    func failure(isThrown: Bool) {
        let executor = StepExecutor()
        let bench = Bench()
        let responses = Notes()
        for number in 1...3 {
            executor.start {
                let response = try? await bench.cache.response(to: Self.request()) {
                    bench.sent.add("\(number)")
                    await executor.yield()
                    if number == 1 && isThrown { throw TransportError(.connection, "refused") }
                    return HTTPResponse(status: number == 1 ? 503 : 200, body: Bytes("from \(number)"))
                }
                responses.add("\(response?.status ?? 0)")
            }
        }
        executor.runAll()
        #expect(bench.sent.lines == ["1", "2"])
        #expect(responses.lines == [isThrown ? "0" : "503", "200", "200"])
    }
}
