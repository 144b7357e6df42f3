import CZlib
import HTTP
import JSON

/// Compresses bytes, and decompresses them as the engine does.
enum Packing {
    enum Form { case gzip, zlib, raw }

    /// Bytes compressed in one member.
    static func packed(_ bytes: [UInt8], _ form: Form) -> [UInt8] {
        var stream = z_stream()
        let window: CInt = form == .gzip ? 31 : form == .zlib ? 15 : -15
        let size = CInt(MemoryLayout<z_stream>.size)
        deflateInit2_(&stream, 6, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        defer { deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: bytes.count * 2 + 100)
        input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                (stream.next_in, stream.avail_in) = (source.baseAddress, UInt32(source.count))
                (stream.next_out, stream.avail_out) = (target.baseAddress, UInt32(target.count))
                deflate(&stream, Z_FINISH)
            }
        }
        return Array(output[..<Int(stream.total_out)])
    }

    /// Whether bytes begin as a zlib or gzip header does.
    static func looksPacked(_ bytes: [UInt8]) -> Bool {
        guard bytes.count > 1 else { return false }
        return bytes.starts(with: [0x1F, 0x8B]) || bytes[0] & 15 == 8 && (Int(bytes[0]) << 8 + Int(bytes[1])) % 31 == 0
    }

    private struct Enough: Error {}

    /// What the engine makes of bytes that come in parts; nil when it is too much.
    static func unpacked(_ bytes: [UInt8], _ coding: ContentCoding, step: Int) -> Result<[UInt8], Inflater.Fault>? {
        let inflater = Inflater(coding)
        let target = Bytes()
        do {
            for start in stride(from: 0, to: bytes.count, by: min(step, max(1, bytes.count))) {
                let end = step > bytes.count - start ? bytes.count : start + step
                try bytes[start..<end].withUnsafeBytes { part in
                    try inflater.unpack(part, into: target, fault: { $0 as any Error }) {
                        if target.count > 1 << 20 { throw Enough() }
                    }
                }
            }
            try inflater.finish()
            return .success(Array(target.buffer))
        } catch let fault as Inflater.Fault {
            return .failure(fault)
        } catch {
            return nil
        }
    }
}
