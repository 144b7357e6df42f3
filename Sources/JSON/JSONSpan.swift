/// Finds the end of a value by its quotes and brackets, in whatever pieces the value arrives.
///
/// What is no JSON has its end where the brackets say so.
struct JSONSpan {
    private static let ones: UInt64 = 0x0101_0101_0101_0101

    /// Containers that are open.
    private var depth = 0
    private var isInString = false
    /// The byte before was a backslash of a string.
    private var isEscaped = false
    /// Whether it is neither a string nor a container.
    private(set) var isScalar = false

    /// Goes on to the end of the value, or of the piece; true at the end of the value.
    ///
    /// - Parameter place: where the value begins or goes on; then the place after it. The piece has its zero padding.
    mutating func advance(over piece: Bytes, from place: inout Int) -> Bool {
        let (base, end) = (UnsafePointer(piece.base), piece.count)
        var at = place
        defer { place = min(at, end) }
        while at < end {
            if isScalar {
                while at < end, !Self.endsScalar(base[at]) { at += 1 }
                return at < end
            }
            if isInString {
                takeString(base, &at, end)
                if !isInString, depth == 0 { return true }
                continue
            }
            if depth > 0 { Self.skip(to: { Self.marks($0) }, base, &at, end) }
            guard at < end else { return false }
            switch base[at] {
            case 0x22: isInString = true
            case 0x7B, 0x5B: depth += 1
            case 0x7D, 0x5D: depth -= 1
            default: isScalar = depth == 0
            }
            at += 1
            if depth == 0, !isInString, !isScalar { return true }
        }
        return false
    }

    /// Goes on to the place after the closing quote.
    private mutating func takeString(_ base: UnsafePointer<UInt8>, _ at: inout Int, _ end: Int) {
        if isEscaped {
            isEscaped = false
            at += 1
        }
        while true {
            Self.skip(to: JSONScan.quotesAndSlashes, base, &at, end)
            guard at < end else { return }
            if base[at] == 0x22 {
                isInString = false
                return at += 1
            }
            guard at + 1 < end else {
                isEscaped = true
                return at = end
            }
            at += 2
        }
    }

    /// Goes on to the first byte that is marked in its word.
    @inline(__always)
    private static func skip(
        to marks: (UnsafePointer<UInt8>) -> UInt64,
        _ base: UnsafePointer<UInt8>,
        _ at: inout Int,
        _ end: Int
    ) {
        while at < end {
            let found = marks(base + at)
            if found != 0 { return at += found.trailingZeroBitCount >> 3 }
            at += 8
        }
    }

    /// Marks, in the high bit of its byte, the first of eight bytes that is a quote or a bracket; or is one but for the
    /// bit of small letters.
    @inline(__always)
    private static func marks(_ at: UnsafePointer<UInt8>) -> UInt64 {
        let word = UInt64(littleEndian: UnsafeRawPointer(at).loadUnaligned(as: UInt64.self)) | ones &* 0x20
        let quotes = word ^ ones &* 0x22
        let opening = word ^ ones &* 0x7B
        let closing = word ^ ones &* 0x7D
        let zeros = (quotes &- ones) & ~quotes | (opening &- ones) & ~opening | (closing &- ones) & ~closing
        return zeros & (ones &* 0x80)
    }

    private static func endsScalar(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == 0x2C || byte == 0x5D || byte == 0x7D
    }
}
