/// Small steps over the bytes of a JSON text, shared by the parser and by views.
enum JSONScan {
    /// Marks, in the high bit of its byte, the first of eight bytes that ends a plain run of a string.
    ///
    /// That is a quote, a backslash, a control character or the start of a non-ASCII character. Marks after the first one
    /// mean nothing.
    @inline(__always)
    static func specialBytes(_ at: UnsafePointer<UInt8>) -> UInt64 {
        let word = UInt64(littleEndian: UnsafeRawPointer(at).loadUnaligned(as: UInt64.self))
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = (word ^ (ones &* 0x22)) &- ones
        let slashes = (word ^ (ones &* 0x5C)) &- ones
        let controls = word &- (ones &* 0x20)
        return (quotes | slashes | controls | word) & (ones &* 0x80)
    }

    /// The same for quotes and backslashes only; for text that was checked before.
    @inline(__always)
    static func quotesAndSlashes(_ at: UnsafePointer<UInt8>) -> UInt64 {
        let word = UInt64(littleEndian: UnsafeRawPointer(at).loadUnaligned(as: UInt64.self))
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = word ^ (ones &* 0x22)
        let slashes = word ^ (ones &* 0x5C)
        return (((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes)) & (ones &* 0x80)
    }

    /// Marks, in the high bit of its byte, the first of eight bytes that must be escaped in a string.
    ///
    /// That is a quote, a backslash or a control character. Marks after the first one mean nothing.
    @inline(__always)
    static func escapedBytes(_ loaded: UInt64) -> UInt64 {
        let word = UInt64(littleEndian: loaded)
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = word ^ (ones &* 0x22)
        let slashes = word ^ (ones &* 0x5C)
        let controls = (word &- (ones &* 0x20)) & ~word
        return (((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes) | controls) & (ones &* 0x80)
    }

    /// A number that is the same for equal keys and nearly always different for different ones.
    ///
    /// Eight bytes from `start` on must be readable, however short the key is.
    @inline(__always)
    static func fingerprint(_ start: UnsafePointer<UInt8>, _ length: Int) -> UInt64 {
        let raw = UnsafeRawPointer(start)
        let head = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
        guard length >= 8 else {
            let content = head & ((1 << (UInt64(length) * 8)) &- 1)
            return (content ^ UInt64(truncatingIfNeeded: length) << 59) &* 0xFF51_AFD7_ED55_8CCD
        }
        let tail = UInt64(littleEndian: (raw + (length - 8)).loadUnaligned(as: UInt64.self))
        var print = head ^ tail &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: length)
        if length > 16 { addMiddle(raw, length, to: &print) }
        return print &* 0xFF51_AFD7_ED55_8CCD
    }

    /// Takes the bytes between the first and the last eight into a fingerprint.
    @inline(never)
    private static func addMiddle(_ raw: UnsafeRawPointer, _ length: Int, to print: inout UInt64) {
        var at = 8
        while at < length - 8 {
            // The last word may reach into the last eight.
            let word = UInt64(littleEndian: (raw + at).loadUnaligned(as: UInt64.self))
            print = (print ^ print >> 32) &* 0x9E37_79B9_7F4A_7C15 ^ word
            at += 8
        }
    }

    /// Length in bytes of the non-ASCII character at a place, or 0 when it is not valid UTF-8.
    @inline(__always)
    static func utf8Length(_ at: UnsafePointer<UInt8>) -> Int {
        let first = at[0]
        let second = at[1]
        guard second & 0xC0 == 0x80 else { return 0 }
        if first < 0xE0 { return first >= 0xC2 ? 2 : 0 }
        guard at[2] & 0xC0 == 0x80 else { return 0 }
        if first < 0xF0 {
            if first == 0xE0 && second < 0xA0 || first == 0xED && second >= 0xA0 { return 0 }
            return 3
        }
        guard at[3] & 0xC0 == 0x80, first <= 0xF4 else { return 0 }
        if first == 0xF0 && second < 0x90 || first == 0xF4 && second >= 0x90 { return 0 }
        return 4
    }

    /// Value of four hexadecimal digits.
    static func hex4(_ at: UnsafePointer<UInt8>) -> UInt32? {
        var unit: UInt32 = 0
        for index in 0..<4 {
            guard let digit = hexDigit(at[index]) else { return nil }
            unit = unit << 4 | digit
        }
        return unit
    }

    /// The second half of a surrogate pair, if an escape at a place stands for one.
    static func lowHalf(_ at: UnsafePointer<UInt8>) -> UInt32? {
        guard at[0] == 0x5C, at[1] == 0x75, let low = hex4(at + 2), low & 0xFC00 == 0xDC00 else { return nil }
        return low
    }

    private static func hexDigit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x61...0x66: UInt32(byte - 0x57)
        case 0x41...0x46: UInt32(byte - 0x37)
        default: nil
        }
    }

    /// Whether a `\u` escape is how the wire writes that character: a control character without a short escape, its last
    /// two digits (at `low`) in lower case.
    static func isWireEscape(_ unit: UInt32, _ low: UnsafePointer<UInt8>) -> Bool {
        guard unit < 0x20, ![0x08, 0x09, 0x0A, 0x0C, 0x0D].contains(unit) else { return false }
        return !(0x41...0x46).contains(low[1])
    }

    // MARK: Skipping over text that was checked before

    /// The place after the white space at `start`.
    @inline(__always)
    static func skipSpace(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        var at = start
        while at.pointee <= 0x20 && at.pointee != 0 { at += 1 }
        return at
    }

    /// The next quote or backslash of a string's content.
    @inline(__always)
    static func quoteOrSlash(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        var at = start
        while true {
            let mask = quotesAndSlashes(at)
            if mask != 0 { return at + (mask.trailingZeroBitCount >> 3) }
            at += 8
        }
    }

    /// The closing quote of the string whose content begins at `start`.
    @inline(__always)
    static func closingQuote(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        var at = quoteOrSlash(start)
        while at.pointee != 0x22 { at = quoteOrSlash(at + 2) }
        return at
    }

    /// The place after the value at `start`.
    static func skipValue(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        switch start.pointee {
        case 0x22: return closingQuote(start + 1) + 1
        case 0x7B, 0x5B:
            var depth = 0
            var at = start
            while true {
                switch at.pointee {
                case 0x22: at = closingQuote(at + 1)
                case 0x7B, 0x5B: depth += 1
                case 0x7D, 0x5D:
                    depth -= 1
                    if depth == 0 { return at + 1 }
                default: break
                }
                at += 1
            }
        default:
            var at = start
            while at.pointee > 0x20, at.pointee != 0x2C, at.pointee != 0x5D, at.pointee != 0x7D { at += 1 }
            return at
        }
    }
}
