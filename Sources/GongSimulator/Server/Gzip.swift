/// Gzip framing around stored blocks: valid for every decoder, and no smaller than the text.
///
/// Enough to exercise a client's decoding without a compression library.
enum Gzip {
    /// The response in gzip framing when the client accepts it, unchanged otherwise.
    static func encode(_ response: SimulatorResponse, for request: SimulatorRequest) -> SimulatorResponse {
        guard request.header("Accept-Encoding")?.lowercased().contains("gzip") == true else { return response }
        var encoded = response
        encoded.body = frame(response.body)
        if case .cut = response.delivery { encoded.delivery = .cut(afterBytes: encoded.body.count / 2) }
        encoded.headers.append(HeaderField("Content-Encoding", "gzip"))
        return encoded
    }

    /// A gzip member (RFC 1952) of stored blocks (RFC 1951, 3.2.4).
    static func frame(_ bytes: [UInt8]) -> [UInt8] {
        var framed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
        framed.reserveCapacity(bytes.count + 64)
        var start = 0
        repeat {
            let block = bytes[start..<min(start + 65_535, bytes.count)]
            start = block.endIndex
            let length = UInt16(block.count)
            framed.append(start == bytes.count ? 1 : 0)
            framed += littleEndian(length) + littleEndian(~length)
            framed += block
        } while start < bytes.count
        framed += littleEndian(checksum(bytes)) + littleEndian(UInt32(truncatingIfNeeded: bytes.count))
        return framed
    }

    /// The CRC-32 that gzip uses.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { $0 >> 8 ^ table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] }
    }

    private static let table: [UInt32] = (0..<256).map { entry in
        (0..<8).reduce(UInt32(entry)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }

    private static func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
        (0..<value.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
}
