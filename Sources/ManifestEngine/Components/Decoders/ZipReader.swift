import Diagnostics
import HTTP
import JSON

/// Reads the files of a zip archive while it comes in, each with a reader of its own.
///
/// An own reader of the container, as libraries begin with the table of contents at the end of an archive and need all of
/// it. What is needed here is little: the header before each file, which says how it is packed, and the checksum. zlib does
/// the unpacking.
final class ZipReader: BodyReader {
    /// Bytes that are unpacked at once: they may grow a thousandfold.
    private static let step = 8 * 1024

    private enum State {
        case header
        case file(ZipFile)
        case descriptor(ZipFile)
        case over
    }

    private let head: HTTPResponse
    private let makeInner: () throws -> any BodyReader
    private var state = State.header
    /// The reader of the file at hand, or of the last one.
    private var inner: (any BodyReader)?
    private var name = ""
    /// A header, or what follows a file, as far as it came.
    private var held: [UInt8] = []
    private var piece = Bytes()
    /// Where the rest of the piece begins.
    private var place = 0
    private var hasEnded = false
    private var received = 0
    private var unpacked = 0
    private(set) var fault: String?
    /// What is wrong with the part after the values given.
    private var failure: EngineFailure?

    /// - Parameter makeInner: makes a reader for a file.
    init(_ head: HTTPResponse, _ makeInner: @escaping () throws -> any BodyReader) {
        self.head = head
        self.makeInner = makeInner
    }

    func feed(_ piece: Bytes) {
        self.piece = piece
        place = 0
    }

    func end() { hasEnded = true }

    func next() throws -> [JSONValue] {
        while true {
            let values = try nextOfFile()
            if !values.isEmpty { return values }
            if let failure { throw failure }
            do {
                guard try goOn() else { return [] }
            } catch {
                failure = EngineFailure.from(error)
            }
        }
    }

    /// Values of the file at hand; its failures name it.
    private func nextOfFile() throws -> [JSONValue] {
        do { return try inner?.next() ?? [] } catch let failure as EngineFailure {
            throw EngineFailure(
                failure.type,
                "File '\(name)' of the zip archive: \(failure.message)",
                detail: failure.detail
            )
        }
    }

    /// Takes the next part of the archive; false when there is none.
    private func goOn() throws -> Bool {
        if case .over = state { return false }
        guard place < piece.count else {
            guard !hasEnded else { throw Self.failure(received == 0 ? "is empty" : "ends too early") }
            return false
        }
        switch state {
        case .header: try takeHeader()
        case .file(let file): try take(file)
        case .descriptor(let file): try takeDescriptor(of: file)
        case .over: break
        }
        return true
    }

    /// Moves bytes of the piece to those held, up to a number of them; false while there are fewer.
    private func hold(_ count: Int) -> Bool {
        let more = piece.buffer[place...].prefix(max(0, count - held.count))
        held += more
        place += more.count
        received += more.count
        return held.count >= count
    }

    private func takeHeader() throws {
        guard hold(4) else { return }
        let signature = UInt32(truncatingIfNeeded: held.number(at: 0, 4))
        if ZipHeader.Signature.afterFiles.contains(signature) { return state = .over }
        guard signature == ZipHeader.Signature.file else {
            throw Self.failure(
                name.isEmpty ? "does not begin as a zip archive does" : "is damaged after the file '\(name)'"
            )
        }
        guard hold(ZipHeader.fixedSize), hold(ZipHeader.size(held)) else { return }
        let header = ZipHeader(held)
        held = []
        try begin(header)
    }

    private func begin(_ header: ZipHeader) throws {
        name = header.name
        let file = try ZipFile(header)
        inner = header.isFolder ? nil : try makeInner()
        state = .file(file)
        if file.isComplete { try close(file) }
    }

    private func take(_ file: ZipFile) throws {
        let part = UnsafeBufferPointer(rebasing: piece.buffer[place...].prefix(Self.step))
        let target = Bytes(capacity: Self.step * 8)
        var fault: (any Error)?
        var taken = part.count
        do {
            taken = try file.unpack(part, into: target) { self.excess($0, taken: part.count) }
        } catch {
            fault = error
        }
        place += taken
        received += taken
        unpacked += target.count
        target.pad()
        inner?.feed(target)
        if let fault { throw fault }
        if file.isComplete { try close(file) }
    }

    private func excess(_ more: Int, taken: Int) -> EngineFailure? {
        head.excess(size: unpacked + more, received: received + taken, inPieces: true)
    }

    /// All of a file was unpacked.
    private func close(_ file: ZipFile) throws {
        if file.header.hasDescriptor {
            state = .descriptor(file)
        } else {
            try file.check(checksum: file.header.checksum, size: file.header.size)
            endInner()
        }
    }

    /// Reads checksum and sizes, whose form only their content tells.
    private func takeDescriptor(of file: ZipFile) throws {
        guard hold(4) else { return }
        let isMarked = held.number(at: 0, 4) == UInt64(ZipHeader.Signature.descriptor)
        let start = isMarked ? 4 : 0
        guard hold(start + 12) else { return }
        let isWide = file.header.isWide || held.number(at: start + 8, 4) != UInt64(file.size & 0xFFFF_FFFF)
        guard hold(start + (isWide ? 20 : 12)) else { return }
        let size = isWide ? held.number(at: start + 12, 8) : held.number(at: start + 8, 4)
        let checksum = UInt32(truncatingIfNeeded: held.number(at: start, 4))
        held = []
        try file.check(checksum: checksum, size: Int(truncatingIfNeeded: size))
        endInner()
    }

    private func endInner() {
        inner?.end()
        fault = fault ?? inner?.fault.map { "File '\(name)' of the zip archive: \($0)" }
        state = .header
    }

    static func failure(_ what: String) -> EngineFailure {
        EngineFailure(.system, "The zip archive of the response \(what). No records from there on can be read.")
    }
}
