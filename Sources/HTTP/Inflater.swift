package import JSON

/// Undoes gzip or deflate while the compressed data come in.
///
/// Read as HTTP clients read it: a body called `deflate` with a zlib header, a gzip header or none; several gzip members one
/// after the other; anything that is not a member after the last one, such as padding, is skipped. A body that lacks only
/// its checksum is taken, as all of its data are there.
///
/// Not Sendable: belongs to the response it decompresses.
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
        case inside(ZlibStream)
        /// After the last member.
        case over
    }

    private let coding: ContentCoding
    private var phase = Phase.start(isFirst: true)
    private var head: [UInt8] = []

    package init(_ coding: ContentCoding) { self.coding = coding }

    /// Decompresses a part of the data into `target`.
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
                guard let member = try begin(isFirst: isFirst, fault) else { return phase = .over }
                let first = (head[0], head[1])
                head = []
                phase = .inside(member)
                _ = try withUnsafeBytes(of: first) { (bytes) throws(Failure) in
                    try member.unpack(bytes, into: target, fault: fault, grown: grown)
                }
            case .inside(let member):
                let part = UnsafeRawBufferPointer(rebasing: rest)
                let left = try member.unpack(part, into: target, fault: fault, grown: grown)
                if left != nil { phase = .start(isFirst: false) }
                rest = rest.suffix(left ?? 0)
            }
        }
    }

    /// To be called after the last part.
    package func finish() throws(Fault) {
        switch phase {
        case .start(isFirst: true) where !head.isEmpty: throw .truncated
        case .inside(let member) where !member.hasAllBlocks: throw .truncated
        default: return
        }
    }

    /// The member whose first two bytes are in `head`; nil when it is none.
    private func begin<Failure: Error>(isFirst: Bool, _ fault: (Fault) -> Failure) throws(Failure) -> ZlibStream? {
        let isGzip = head == [0x1F, 0x8B]
        let isZlib = head[0] & 0x0F == 8 && head[0] >> 4 <= 7 && (Int(head[0]) << 8 + Int(head[1])) % 31 == 0
        guard isFirst || isGzip else { return nil }
        guard isGzip || isZlib || coding == .deflate else { throw fault(.notPacked) }
        do throws(Fault) { return try ZlibStream(isGzip || isZlib ? .byHeader : .raw) } catch { throw fault(error) }
    }
}
