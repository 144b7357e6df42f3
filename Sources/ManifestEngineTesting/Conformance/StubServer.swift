import HTTP
import JSON
import NIOCore
import NIOHTTP1
import NIOPosix

/// Lets classes in Python reach a `StubTransport`: an HTTP server on the loopback address.
final class StubServer: Sendable {
    let port: Int
    private let group: MultiThreadedEventLoopGroup

    private init(port: Int, group: MultiThreadedEventLoopGroup) {
        self.port = port
        self.group = group
    }

    /// Starts a server on a free port.
    static func start(_ transport: StubTransport) async throws -> StubServer {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let bootstrap = ServerBootstrap(group: group).childChannelInitializer { channel in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                try channel.pipeline.syncOperations.addHandler(StubHandler(transport))
            }
        }
        do {
            let channel = try await bootstrap.bind(host: "127.0.0.1", port: 0).get()
            return StubServer(port: channel.localAddress?.port ?? 0, group: group)
        } catch {
            try await group.shutdownGracefully()
            throw error
        }
    }

    func stop() async { try? await group.shutdownGracefully() }
}

/// Hands the requests of a connection to a transport, one after the other.
private final class StubHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    /// What every client sends, whatever the request is; golden files leave it out.
    private static let usualHeaders: Set = [
        "accept", "accept-encoding", "connection", "content-length", "host", "user-agent",
    ]

    private let transport: StubTransport
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []

    init(_ transport: StubTransport) { self.transport = transport }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): (self.head, body) = (head, [])
        case .body(let buffer): body.append(contentsOf: buffer.readableBytesView)
        case .end: if let head { respond(to: request(head), context) }
        }
    }

    private func request(_ head: HTTPRequestHead) -> HTTPRequest {
        let fields = head.headers.filter { !Self.usualHeaders.contains($0.name.lowercased()) }
        return HTTPRequest(
            method: head.method.rawValue,
            url: "http://\(head.headers.first(name: "host") ?? "")\(head.uri)",
            headers: HTTPHeaderList(fields.map { ($0.name, $0.value) }),
            body: body.isEmpty ? nil : body
        )
    }

    private func respond(to request: HTTPRequest, _ context: ChannelHandlerContext) {
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        let sent = context.eventLoop.makeFutureWithTask { [transport] in try await transport.send(request) }
        sent.whenComplete { result in
            let (handler, context) = bound.value
            switch result {
            case .success(let response): handler.write(response, context)
            case .failure: context.close(promise: nil)
            }
        }
    }

    private func write(_ response: HTTPResponse, _ context: ChannelHandlerContext) {
        var headers = HTTPHeaders()
        // The transport has decompressed what it gives.
        for field in response.headers.fields where field.name.lowercased() != "content-encoding" {
            headers.add(name: field.name, value: field.value)
        }
        headers.replaceOrAdd(name: "Content-Length", value: String(response.body.count))
        let status = HTTPResponseStatus(statusCode: response.status)
        context.write(
            wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: status, headers: headers))),
            promise: nil
        )
        let buffer = context.channel.allocator.buffer(bytes: Array(response.body.buffer))
        context.write(wrapOutboundOut(.body(.byteBuffer(buffer))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
}
