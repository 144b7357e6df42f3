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

    /// The state of a channel's socket; nil when there is none, or when it is closed.
    ///
    /// To be called on its event loop.
    static func read(_ channel: any Channel) -> TCPState? {
        guard let provider = channel as? any SocketOptionProvider else { return nil }
        var state: TCPState?
        let answer: EventLoopFuture<TCPState> = provider.unsafeGetSocketOption(
            level: NIOBSDSocket.OptionLevel(rawValue: CInt(IPPROTO_TCP)),
            name: NIOBSDSocket.Option(rawValue: TCP_INFO)
        )
        // On the loop itself the answer is there at once.
        answer.assumeIsolated().whenSuccess { state = $0 }
        return state
    }
}
