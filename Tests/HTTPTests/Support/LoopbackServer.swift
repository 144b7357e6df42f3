import Glibc
import Synchronization

/// Responds to connections on loopback with fixed bytes, one thread, for the tests of the transport.
///
/// Each request, read to the end of its head and body, takes the next response. After a response that ends with the server
/// closing, the connection is closed.
final class LoopbackServer: Sendable {
    /// What comes back for a request.
    struct Response: Sendable {
        var bytes: [UInt8]
        var closes = false

        init(_ text: String, closes: Bool = false) {
            bytes = Array(text.utf8)
            self.closes = closes
        }

        init(head: String, body: [UInt8]) { bytes = Array(head.utf8) + body }
    }

    let port: Int
    private let socket: Int32
    private let responses: Mutex<[Response]>
    private let received = Mutex<[String]>([])
    private let pieces = Mutex<[Int]>([])

    var url: String { "http://127.0.0.1:\(port)" }
    /// The requests so far, head and body as they came.
    var requests: [String] { received.withLock { $0 } }

    /// In how many pieces each request came.
    var pieceCounts: [Int] { pieces.withLock { $0 } }

    init(_ responses: [Response]) {
        self.responses = Mutex(responses)
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let socket = socket
        port = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                _ = bind(socket, pointer, length)
                _ = listen(socket, 8)
                _ = getsockname(socket, pointer, &length)
            }
            return Int(UInt16(bigEndian: pointer.pointee.sin_port))
        }
        var thread = pthread_t()
        let me = Unmanaged.passRetained(self).toOpaque()
        pthread_create(
            &thread,
            nil,
            { pointer in
                guard let pointer else { return nil }
                Unmanaged<LoopbackServer>.fromOpaque(pointer).takeRetainedValue().run()
                return nil
            },
            me
        )
        pthread_detach(thread)
    }

    func stop() { _ = shutdown(socket, Int32(SHUT_RDWR)) }

    private func run() {
        while true {
            let connection = accept(socket, nil, nil)
            guard connection >= 0 else { break }
            serve(connection)
            close(connection)
        }
        close(socket)
    }

    private func serve(_ connection: Int32) {
        while let request = read(connection) {
            received.withLock { $0.append(request) }
            let response = responses.withLock { $0.isEmpty ? nil : $0.removeFirst() }
            guard let response else { return }
            var sent = 0
            while sent < response.bytes.count {
                let count = response.bytes[sent...].withUnsafeBytes { rest in
                    send(connection, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
                }
                guard count > 0 else { return }
                sent += count
            }
            if response.closes { return }
        }
    }

    /// One request; nil when the connection ends.
    private func read(_ connection: Int32) -> String? {
        var text = ""
        var count = 0
        while true {
            if let end = text.firstRange(of: "\r\n\r\n") {
                let head = text[..<end.lowerBound].lowercased()
                let length = head.firstRange(of: "content-length: ").flatMap { range in
                    Int(head[range.upperBound...].prefix { $0.isNumber })
                }
                if text[end.upperBound...].utf8.count >= length ?? 0 {
                    pieces.withLock { $0.append(count) }
                    return text
                }
            }
            var buffer = [UInt8](repeating: 0, count: 65536)
            let length = recv(connection, &buffer, buffer.count, 0)
            guard length > 0 else { return nil }
            count += 1
            text += String(decoding: buffer[..<length], as: UTF8.self)
        }
    }
}
