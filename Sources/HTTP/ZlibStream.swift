import CZlib
package import JSON

/// One run of deflated data, decompressed while it comes in.
///
/// Not Sendable: belongs to whoever decompresses it.
package final class ZlibStream {
    /// What stands around the deflated data.
    package enum Form {
        /// Nothing, as in zip archives.
        case raw
        /// A header of zlib or gzip, which tells itself.
        case byHeader

        /// The number that zlib knows it by.
        fileprivate var number: CInt {
            switch self {
            case .raw: -15
            case .byHeader: 15 + 32
            }
        }
    }

    /// Bytes decompressed at a time.
    private static let leastStep = 16 * 1024
    private static let largestStep = 1024 * 1024
    /// What zlib adds to `data_type` after the last block.
    private static let lastBlockEnds: CInt = 64 + 128

    /// zlib keeps the address of this.
    private let stream: UnsafeMutablePointer<z_stream>
    /// Whether all data came; a checksum may still be missing.
    package private(set) var hasAllBlocks = false

    package init(_ form: Form) throws(Inflater.Fault) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let status = inflateInit2_(stream, form.number, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
        guard status == Z_OK else { throw .corrupt("zlib cannot start (\(status))") }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Decompresses a part into `target`.
    ///
    /// - Parameter grown: called whenever something was added to `target`; may empty it.
    /// - Returns: how many bytes of the part come after the end of the data; nil while they go on.
    package func unpack<Failure: Error>(
        _ part: UnsafeRawBufferPointer,
        into target: Bytes,
        fault: (Inflater.Fault) -> Failure,
        grown: () throws(Failure) -> Void
    ) throws(Failure) -> Int? {
        stream.pointee.next_in = UnsafeMutablePointer(mutating: part.baseAddress?.assumingMemoryBound(to: UInt8.self))
        stream.pointee.avail_in = UInt32(part.count)
        while true {
            let status = step(into: target)
            try grown()
            switch status {
            case Z_OK: continue
            // Nothing more can be done with what there is.
            case Z_BUF_ERROR: return nil
            case Z_STREAM_END: return Int(stream.pointee.avail_in)
            default: throw fault(.corrupt(stream.pointee.msg.map { String(cString: $0) } ?? "zlib error \(status)"))
            }
        }
    }

    private func step(into target: Bytes) -> CInt {
        var status = Z_OK
        let free = target.capacity - target.count
        target.append(upTo: min(max(free, Self.leastStep), Self.largestStep)) { room in
            stream.pointee.next_out = room.baseAddress
            stream.pointee.avail_out = UInt32(room.count)
            status = CZlib.inflate(stream, Z_BLOCK)
            return room.count - Int(stream.pointee.avail_out)
        }
        if stream.pointee.data_type & Self.lastBlockEnds == Self.lastBlockEnds { hasAllBlocks = true }
        return status
    }

    /// The CRC-32 of bytes that follow others.
    package static func checksum(of bytes: UnsafeBufferPointer<UInt8>, after sum: UInt32 = 0) -> UInt32 {
        UInt32(truncatingIfNeeded: crc32_z(UInt(sum), bytes.baseAddress, bytes.count))
    }
}
