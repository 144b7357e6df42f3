import Diagnostics
import HTTP
import JSON

/// One file of a zip archive while it is unpacked.
///
/// Owned by one reader.
final class ZipFile {
    let header: ZipHeader
    /// Bytes so far, unpacked.
    private(set) var size = 0
    private var checksum: UInt32 = 0
    /// Unpacks a deflated file.
    private let deflated: ZlibStream?
    private(set) var isComplete: Bool

    /// Throws a system failure for a file that is packed in a way that is not read.
    init(_ header: ZipHeader) throws {
        self.header = header
        guard !header.isEncrypted else { throw Self.failure(header, "is encrypted") }
        switch header.method {
        case 8:
            deflated = try Self.stream(header)
            isComplete = false
        case 0 where header.hasDescriptor:
            // Nothing but its content says where it ends.
            throw Self.failure(header, "is stored without its size")
        case 0:
            deflated = nil
            isComplete = header.packedSize == 0
        default:
            throw Self.failure(header, "is packed by method \(header.method); only stored and deflated ones are read")
        }
    }

    private static func stream(_ header: ZipHeader) throws -> ZlibStream {
        do throws(Inflater.Fault) { return try ZlibStream(.raw) } catch { throw failure(header, "cannot be unpacked") }
    }

    /// Unpacks a part of the archive.
    ///
    /// - Parameter excess: why a number of bytes more would be too many.
    /// - Returns: how many bytes belong to the file.
    func unpack(
        _ part: UnsafeBufferPointer<UInt8>,
        into target: Bytes,
        excess: (Int) -> EngineFailure?
    ) throws(EngineFailure) -> Int {
        defer {
            size += target.count
            checksum = ZlibStream.checksum(of: target.buffer, after: checksum)
        }
        guard let deflated else {
            let own = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: part.prefix(header.packedSize - size)))
            target.append(own)
            isComplete = size + own.count == header.packedSize
            return own.count
        }
        let left = try deflated.unpack(
            UnsafeRawBufferPointer(part),
            into: target,
            fault: { _ in Self.failure(header, "cannot be unpacked") },
            grown: { () throws(EngineFailure) in if let excess = excess(target.count) { throw excess } }
        )
        isComplete = left != nil
        return part.count - (left ?? 0)
    }

    /// Throws a system failure when what was unpacked is not what the archive says.
    func check(checksum: UInt32, size: Int) throws(EngineFailure) {
        guard checksum == self.checksum, size == self.size else {
            throw Self.failure(header, "is damaged: its checksum or size is wrong")
        }
    }

    private static func failure(_ header: ZipHeader, _ what: String) -> EngineFailure {
        EngineFailure(
            .system,
            "The file '\(header.name)' of the zip archive \(what). No records from there on can be read."
        )
    }
}
