#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A blocking HTTP connection to loopback that shows what really arrives, broken messages included.
final class RawConnection {
    /// What arrived in response to one request.
    struct Response {
        let head: String
        let body: [UInt8]
        /// True when all announced bytes of the body arrived.
        let isComplete: Bool

        /// The HTTP status; nil when nothing arrived.
        var status: Int? { head.split(separator: " ").dropFirst().first.flatMap { Int($0) } }
    }

    private struct ConnectionError: Error {
        let number: Int32
    }

    #if canImport(Glibc)
        /// A connection that the peer has closed must not end the process.
        private static let quiet = Int32(MSG_NOSIGNAL)
    #else
        private static let quiet: Int32 = 0
    #endif

    private let descriptor: Int32

    init(port: Int) throws {
        #if canImport(Glibc)
            let stream = Int32(SOCK_STREAM.rawValue)
        #else
            let stream = SOCK_STREAM
        #endif
        descriptor = socket(AF_INET, stream, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port)).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw ConnectionError(number: errno) }
    }

    deinit { close(descriptor) }

    /// Sends a request and reads until its response is complete or the connection closes.
    func ask(_ method: String, _ target: String, headers: [String] = [], body: String = "") -> Response {
        let lines = ["\(method) \(target) HTTP/1.1", "Host: 127.0.0.1", "Content-Length: \(body.utf8.count)"] + headers
        let request = Array((lines.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)
        _ = request.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Self.quiet) }
        var received: [UInt8] = []
        while true {
            if let response = Self.parse(received), response.isComplete { return response }
            var chunk = [UInt8](repeating: 0, count: 65_536)
            let count = chunk.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
            guard count > 0 else { return Self.parse(received) ?? Response(head: "", body: [], isComplete: false) }
            received += chunk.prefix(count)
        }
    }

    private static func parse(_ bytes: [UInt8]) -> Response? {
        let separator = Array("\r\n\r\n".utf8)
        guard let end = bytes.firstRange(of: separator) else { return nil }
        let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
        let length = head.lowercased().split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
            .flatMap { Int($0.dropFirst("content-length:".count).filter(\.isNumber)) }
        let body = Array(bytes[end.upperBound...])
        return Response(head: head, body: body, isComplete: body.count >= length ?? 0)
    }
}
