package import HTTP
package import JSON
import Synchronization

/// A body in memory that is handed out in pieces, as if it came over a connection.
package final class MemoryPieces: BodyPieces {
    private let body: Bytes
    private let size: Int
    private let fault: TransportError?
    private let place = Mutex(0)

    /// - Parameters:
    ///   - size: bytes of a piece.
    ///   - fault: how the body breaks off after its last piece; nil when it ends well.
    package init(_ body: Bytes, size: Int, fault: TransportError? = nil) {
        self.body = body
        self.size = max(1, size)
        self.fault = fault
    }

    package func next() async throws(TransportError) -> Bytes? {
        let piece = place.withLock { place -> Bytes? in
            guard place < body.count else { return nil }
            defer { place += size }
            return Bytes(Array(body.buffer[place..<min(place + size, body.count)]))
        }
        if piece == nil, let fault { throw fault }
        return piece
    }

    package func stop() { place.withLock { $0 = body.count } }
}
