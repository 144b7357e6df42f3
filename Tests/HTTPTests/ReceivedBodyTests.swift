import JSON
import NIOCore
import NIOEmbedded
import TestSupport
import Testing

@testable import HTTP

@Suite("ReceivedBody")
struct ReceivedBodyTests {
    /// All of a body, and how it ends.
    private func read(_ body: any BodyPieces) async -> (bytes: [UInt8], fault: TransportError?) {
        var bytes: [UInt8] = []
        do throws(TransportError) {
            while let piece = try await body.next() {
                #expect(piece.count > 0)
                bytes += piece.buffer
            }
            return (bytes, nil)
        } catch {
            return (bytes, error)
        }
    }

    /// Asks for a body in pieces, and reads it to its end.
    private func exchange(
        _ response: LoopbackServer.Response
    ) async throws -> (response: HTTPResponse, bytes: [UInt8], fault: TransportError?) {
        let server = LoopbackServer([response])
        defer { server.stop() }
        let transport = AsyncHTTPTransport()
        var request = HTTPRequest(method: "GET", url: "\(server.url)/big")
        request.wantsPieces = true
        let result: Result<HTTPResponse, TransportError>
        do throws(TransportError) { result = .success(try await transport.send(request)) } catch {
            result = .failure(error)
        }
        let read =
            if let pieces = try? result.get().pieces { await read(pieces) } else {
                ([], nil) as ([UInt8], TransportError?)
            }
        await transport.shutdown()
        return (try result.get(), read.0, read.1)
    }

    private static let text = [UInt8]((0..<300_000).map { UInt8($0 % 251) })

    private static func head(_ status: Int = 200, _ length: Int, _ more: String = "") -> String {
        "HTTP/1.1 \(status) Status\r\nContent-Length: \(length)\r\n\(more)\r\n"
    }

    @Test("a body comes in pieces, plain and compressed", arguments: [false, true])
    func bodies(isPacked: Bool) async throws {
        let body = isPacked ? Packing.gzip(Self.text) : Self.text
        let head = Self.head(200, body.count, isPacked ? "Content-Encoding: gzip\r\n" : "")
        let (response, bytes, fault) = try await exchange(LoopbackServer.Response(head: head, body: body))
        #expect(response.pieces.map { _ in true } == true)
        #expect(response.body.count == 0)
        #expect(bytes == Self.text)
        #expect(fault.map { _ in true } == nil)
    }

    @Test("the body of an error comes whole")
    func error() async throws {
        let sent = LoopbackServer.Response(head: Self.head(404, 4), body: Array("gone".utf8))
        let response = try await exchange(sent).response
        #expect(response.status == 404)
        #expect(response.pieces.map { _ in true } == nil)
        #expect(response.body.text == "gone")
    }

    @Test("a body that breaks off keeps what came and is a fault", arguments: [false, true])
    func truncated(isPacked: Bool) async throws {
        let packed = Packing.gzip(Self.text)
        // A compressed body that ends before its data do, under a length that says it is whole.
        let body = isPacked ? Array(packed.dropLast(20)) : Self.text
        let head = Self.head(200, isPacked ? body.count : body.count * 2, isPacked ? "Content-Encoding: gzip\r\n" : "")
        var response = LoopbackServer.Response(head: head, body: body)
        response.closes = true
        let (_, bytes, fault) = try await exchange(response)
        #expect(!bytes.isEmpty)
        #expect(fault?.kind == .truncated)
    }

    // MARK: The connection waits

    @Test("a connection is held back while nothing is pulled")
    func heldBack() async throws {
        let loop = EmbeddedEventLoop()
        let body = ReceivedBody(encodings: [], url: "http://api/big")
        let part = ByteBuffer(repeating: 0x61, count: 700_000)
        let first = body.take(part, on: loop)
        let second = body.take(part, on: loop)
        let states = Notes()
        first.whenComplete { _ in states.add("first") }
        second.whenComplete { _ in states.add("second") }
        loop.run()
        #expect(states.lines == ["first"])
        #expect(try await body.next()?.count == 700_000)
        loop.run()
        #expect(states.lines == ["first"])
        #expect(try await body.next()?.count == 700_000)
        loop.run()
        #expect(states.lines == ["first", "second"])
        body.end(.success(()))
        #expect(try await body.next().map { _ in true } == nil)
    }

    @Test(
        "a body that grows to over 500 times its size beyond 64 MiB ends there, whatever its size may be",
        arguments: [false, true]
    )
    func bomb(isLimitSet: Bool) async throws {
        let packed = Packing.gzip([UInt8](repeating: 0x61, count: ResponseLimit.unquestioned + 1_000_000))
        var options = TransportOptions()
        options.maxResponseSize = isLimitSet ? 1_000 : nil
        let body = ReceivedBody(encodings: ["gzip"], url: "http://api/big", limit: ResponseLimit(options))
        _ = body.take(ByteBuffer(bytes: packed), on: EmbeddedEventLoop())
        body.end(.success(()))
        var size = 0
        var fault: TransportError?
        do throws(TransportError) {
            while let piece = try await body.next() { size += piece.count }
        } catch { fault = error }
        #expect(fault?.kind == (isLimitSet ? nil : .tooLarge))
        #expect((size > ResponseLimit.unquestioned + 100_000) == isLimitSet)
    }

    @Test("who stops ends the exchange, lets the connection go and gets no more")
    func stop() async throws {
        let loop = EmbeddedEventLoop()
        let states = Notes()
        let body = ReceivedBody(encodings: [], url: "http://api/big")
        body.attach(stop: { states.add("stopped") }, onEnd: { states.add("ended") })
        let held = body.take(ByteBuffer(repeating: 0x61, count: 2_000_000), on: loop)
        held.whenComplete { _ in states.add("free") }
        body.stop()
        loop.run()
        #expect(Set(states.lines) == ["stopped", "ended", "free"])
        body.stop()
        #expect(states.lines.count == 3)
    }
}
