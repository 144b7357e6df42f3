import Glibc
import NIOCore

/// What the kernel knows of a connection (`struct tcp_info` of `linux/tcp.h`, its first 128 bytes).
struct TCPState: Sendable {
    private typealias Eight = (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64)

    /// Number of the state in which both sides may send.
    private static let established: UInt8 = 1

    private var first: Eight = (0, 0, 0, 0, 0, 0, 0, 0)
    private var second: Eight = (0, 0, 0, 0, 0, 0, 0, 0)

    /// Whether the peer has ended the connection, or reset it.
    var hasEnded: Bool { UInt8(truncatingIfNeeded: first.0.littleEndian) != Self.established }
    /// Bytes that the peer's kernel has taken in since the connection was made.
    var acknowledgedBytes: UInt64 { second.7 }

    /// A socket whose state can be read; use it on the event loop of its channel.
    struct Socket {
        private let channel: any Channel
        private let handle: NIOBSDSocket.Handle

        /// Nil when the channel has no socket.
        init?(_ channel: any Channel) {
            let operations = channel.pipeline.syncOperations
            let handle = try? operations.withUnsafeTransportIfAvailable(of: NIOBSDSocket.Handle.self) { $0 }
            guard let handle else { return nil }
            self.channel = channel
            self.handle = handle
        }

        /// The state of the socket; nil when it is closed.
        ///
        /// Read without going through the channel, as each request does it. While the channel is active, the handle is
        /// its own.
        func state() -> TCPState? {
            guard channel.isActive else { return nil }
            var state = TCPState()
            var size = socklen_t(MemoryLayout<TCPState>.size)
            return getsockopt(handle, CInt(IPPROTO_TCP), TCP_INFO, &state, &size) == 0 ? state : nil
        }
    }
}
