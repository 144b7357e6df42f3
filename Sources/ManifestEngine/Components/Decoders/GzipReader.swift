import Diagnostics
import HTTP
import JSON

/// Unpacks a body and hands it to another reader, or hands it over as it is when it does not begin as gzip does.
final class GzipReader: BodyReader {
    /// Bytes that are unpacked at once: they may grow a thousandfold.
    private static let step = 8 * 1024
    private static let magic: [UInt8] = [0x1F, 0x8B]

    private enum Form {
        /// Not known before the first two bytes.
        case unknown([UInt8])
        case plain
        case packed(Inflater)
        /// The inner reader was told that the body has ended.
        case over
    }

    private let inner: any BodyReader
    private let head: HTTPResponse
    private var form = Form.unknown([])
    private var piece = Bytes()
    /// Where the rest of the piece begins.
    private var place = 0
    private var hasEnded = false
    private var received = 0
    private var unpacked = 0
    /// What is wrong with the part after the values given.
    private var failure: EngineFailure?

    init(_ inner: any BodyReader, _ head: HTTPResponse) {
        self.inner = inner
        self.head = head
    }

    var fault: String? { inner.fault }

    func feed(_ piece: Bytes) {
        self.piece = piece
        place = 0
    }

    func end() { hasEnded = true }

    func next() throws -> [JSONValue] {
        while true {
            let values = try inner.next()
            if !values.isEmpty { return values }
            if let failure { throw failure }
            guard handOver() else { return [] }
        }
    }

    /// Gives the inner reader the next part of the body, or its end; false when there is none.
    private func handOver() -> Bool {
        guard place < piece.count || hasEnded else { return false }
        switch form {
        case .over: return false
        case .unknown(let start): settle(start)
        case .plain:
            guard place < piece.count else { return endInner() }
            inner.feed(place == 0 ? piece : Bytes(piece.buffer[place...]))
            place = piece.count
        case .packed(let inflater):
            guard place < piece.count else { return finish(inflater) }
            let part = piece.buffer[place...].prefix(Self.step)
            place += part.count
            unpack(UnsafeBufferPointer(rebasing: part), inflater)
        }
        return true
    }

    /// Decides what the body is, once its first bytes are there.
    private func settle(_ start: [UInt8]) {
        let more = piece.buffer[place...].prefix(Self.magic.count - start.count)
        place += more.count
        let start = start + more
        guard start.count == Self.magic.count || place == piece.count && hasEnded else { return form = .unknown(start) }
        guard start == Self.magic else {
            form = .plain
            return inner.feed(Bytes(start))
        }
        let inflater = Inflater(.gzip)
        form = .packed(inflater)
        start.withUnsafeBufferPointer { unpack($0, inflater) }
    }

    private func unpack(_ part: UnsafeBufferPointer<UInt8>, _ inflater: Inflater) {
        received += part.count
        let target = Bytes(capacity: Self.step * 8)
        do throws(EngineFailure) {
            try inflater.unpack(UnsafeRawBufferPointer(part), into: target, fault: Self.failure) {
                () throws(EngineFailure) in
                if let excess = excess(target.count) { throw excess }
            }
        } catch {
            failure = error
        }
        unpacked += target.count
        target.pad()
        inner.feed(target)
    }

    private func excess(_ more: Int) -> EngineFailure? {
        head.excess(size: unpacked + more, received: received, inPieces: true)
    }

    private func finish(_ inflater: Inflater) -> Bool {
        do throws(Inflater.Fault) { try inflater.finish() } catch {
            failure = Self.failure(error)
            form = .over
            return true
        }
        return endInner()
    }

    private func endInner() -> Bool {
        inner.end()
        form = .over
        return true
    }

    private static func failure(_ fault: Inflater.Fault) -> EngineFailure {
        let reason =
            switch fault {
            case .truncated, .notPacked: "end too early"
            case .corrupt(let reason): "cannot be unpacked: \(reason)"
            }
        return EngineFailure(.system, "The gzip data of the response \(reason). No records from there on can be read.")
    }
}
