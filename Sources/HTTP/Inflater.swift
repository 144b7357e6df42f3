import CZlib
package import JSON

/// Undoes gzip or deflate while the packed data come in.
///
/// Read as HTTP clients read it: a body called `deflate` with a zlib header, a gzip header or none; several gzip members one
/// after the other; anything that is not a member after the last one, such as padding, is skipped. A body that lacks only
/// its checksum is taken, as all of its data are there.
///
/// Not Sendable: belongs to the response it unpacks.
package final class Inflater {
    package enum Fault: Error, Equatable {
        /// The data do not start as compressed data do.
        case notPacked
        /// The data break the format, in zlib's words.
        case corrupt(String)
        /// The data end too early.
        case truncated
    }

    private enum Phase {
        /// Before a member; its first bytes are gathered in `head`.
        case start(isFirst: Bool)
        case inside
        /// After the last member.
        case over
    }

    /// Numbers that zlib knows the formats by.
    private enum Format {
        static let raw: CInt = -15
        /// zlib or gzip, by its header.
        static let byHeader: CInt = 15 + 32
    }

    /// Bytes unpacked at a time.
    private static let leastStep = 16 * 1024
    private static let largestStep = 1024 * 1024
    /// What zlib adds to `data_type` after the last block of a member.
    private static let lastBlockEnds: CInt = 64 + 128

    private let coding: ContentCoding
    /// zlib keeps the address of this.
    private let stream: UnsafeMutablePointer<z_stream>
    private var isOpen = false
    private var phase = Phase.start(isFirst: true)
    private var head: [UInt8] = []
    private var hasAllBlocks = false

    package init(_ coding: ContentCoding) {
        self.coding = coding
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
    }

    deinit {
        close()
        stream.deallocate()
    }

    /// Unpacks a part of the data into `target`.
    ///
    /// - Parameter grown: called whenever something was added to `target`; may empty it.
    package func unpack<Failure: Error>(
        _ part: UnsafeRawBufferPointer,
        into target: Bytes,
        fault: (Fault) -> Failure,
        grown: () throws(Failure) -> Void
    ) throws(Failure) {
        var rest = part[...]
        while !rest.isEmpty {
            switch phase {
            case .over: return
            case .start(let isFirst):
                head.append(rest.removeFirst())
                guard head.count == 2 else { continue }
                guard try begin(isFirst: isFirst, fault) else { return }
                let first = (head[0], head[1])
                head = []
                _ = try withUnsafeBytes(of: first) { (bytes) throws(Failure) in
                    try inflate(bytes, into: target, fault, grown)
                }
            case .inside:
                let left = try inflate(UnsafeRawBufferPointer(rebasing: rest), into: target, fault, grown)
                rest = rest.suffix(left)
            }
        }
    }

    /// To be called after the last part.
    package func finish() throws(Fault) {
        switch phase {
        case .start(isFirst: true) where !head.isEmpty: throw .truncated
        case .inside where !hasAllBlocks: throw .truncated
        default: return
        }
    }

    /// Starts a member whose first two bytes are in `head`; false when it is not one.
    private func begin<Failure: Error>(isFirst: Bool, _ fault: (Fault) -> Failure) throws(Failure) -> Bool {
        let isGzip = head == [0x1F, 0x8B]
        let isZlib = head[0] & 0x0F == 8 && head[0] >> 4 <= 7 && (Int(head[0]) << 8 + Int(head[1])) % 31 == 0
        guard isFirst || isGzip else {
            phase = .over
            return false
        }
        guard isGzip || isZlib || coding == .deflate else { throw fault(.notPacked) }
        close()
        let size = CInt(MemoryLayout<z_stream>.size)
        let status = inflateInit2_(stream, isGzip || isZlib ? Format.byHeader : Format.raw, ZLIB_VERSION, size)
        guard status == Z_OK else { throw fault(.corrupt("zlib cannot start (\(status))")) }
        isOpen = true
        hasAllBlocks = false
        phase = .inside
        return true
    }

    /// Gives zlib a part of a member; returns how many bytes of it come after the member.
    private func inflate<Failure: Error>(
        _ part: UnsafeRawBufferPointer,
        into target: Bytes,
        _ fault: (Fault) -> Failure,
        _ grown: () throws(Failure) -> Void
    ) throws(Failure) -> Int {
        stream.pointee.next_in = UnsafeMutablePointer(mutating: part.baseAddress?.assumingMemoryBound(to: UInt8.self))
        stream.pointee.avail_in = UInt32(part.count)
        while true {
            let status = step(into: target)
            try grown()
            switch status {
            case Z_OK: continue
            // Nothing more can be done with what there is.
            case Z_BUF_ERROR: return 0
            case Z_STREAM_END:
                phase = .start(isFirst: false)
                return Int(stream.pointee.avail_in)
            default:
                throw fault(.corrupt(stream.pointee.msg.map { String(cString: $0) } ?? "zlib error \(status)"))
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

    private func close() {
        if isOpen { inflateEnd(stream) }
        isOpen = false
    }
}
