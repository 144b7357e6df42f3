import Glibc
import NIOCore

/// What the kernel knows of a connection (`struct tcp_info` of `linux/tcp.h`, its first 128 bytes).
struct TCPState: Sendable {
    private typealias Eight = (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64)

    /// Number of the state in which both sides may send.
    private static let established: UInt8 = 1

    private let first: Eight = (0, 0, 0, 0, 0, 0, 0, 0)
    private let second: Eight = (0, 0, 0, 0, 0, 0, 0, 0)

    /// Whether the peer has ended the connection, or reset it.
    var hasEnded: Bool { UInt8(truncatingIfNeeded: first.0.littleEndian) != Self.established }
    /// Bytes that the peer's kernel has taken in since the connection was made.
    var acknowledgedBytes: UInt64 { second.7 }

    /// A socket whose state can be asked for; made once, as finding out takes longer than asking.
    struct Socket {
        private let options: any SocketOptionProvider

        /// Nil when the channel has no socket.
        init?(_ channel: any Channel) {
            guard let options = channel as? any SocketOptionProvider else { return nil }
            self.options = options
        }

        /// The state of the socket; nil when it is closed.
        ///
        /// To be called on its event loop.
        func state() -> TCPState? {
            var state: TCPState?
            let answer: EventLoopFuture<TCPState> = options.unsafeGetSocketOption(
                level: NIOBSDSocket.OptionLevel(rawValue: CInt(IPPROTO_TCP)),
                name: NIOBSDSocket.Option(rawValue: TCP_INFO)
            )
            // On the loop itself the answer is there at once.
            answer.assumeIsolated().whenSuccess { state = $0 }
            return state
        }
    }
}
