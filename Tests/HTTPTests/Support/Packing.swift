import CZlib

/// Compresses bytes as servers do.
enum Packing {
    static func gzip(_ bytes: [UInt8]) -> [UInt8] { pack(bytes, windowBits: 31) }
    static func zlib(_ bytes: [UInt8]) -> [UInt8] { pack(bytes, windowBits: 15) }
    /// Deflate without a header.
    static func raw(_ bytes: [UInt8]) -> [UInt8] { pack(bytes, windowBits: -15) }

    static func gzip(_ text: String) -> [UInt8] { gzip(Array(text.utf8)) }

    private static func pack(_ bytes: [UInt8], windowBits: CInt) -> [UInt8] {
        var stream = z_stream()
        let size = CInt(MemoryLayout<z_stream>.size)
        deflateInit2_(&stream, 9, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        defer { deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))) + 64)
        input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                deflate(&stream, Z_FINISH)
            }
        }
        return Array(output.prefix(output.count - Int(stream.avail_out)))
    }
}
