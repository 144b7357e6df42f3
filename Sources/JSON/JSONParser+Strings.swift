extension JSONParser {
    /// Reads up to and with the closing quote.
    @inline(__always)
    mutating func string(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
        var at = start
        while true {
            let mask = JSONScan.specialBytes(at)
            if mask == 0 {
                at += 8
                continue
            }
            at += mask.trailingZeroBitCount >> 3
            if at.pointee == 0x22 { return at + 1 }
            guard let after = special(at) else { return nil }
            at = after
        }
    }

    @inline(never)
    private mutating func special(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
        var at = start
        while at.pointee >= 0x80 {
            let length = JSONScan.utf8Length(at)
            if length == 0 { return fail("invalid UTF-8", at) }
            at += length
        }
        if at > start { return at }
        if at.pointee == 0x5C { return escape(at) }
        return fail(at >= end ? "the text ends inside a string" : "control character in a string", at)
    }

    private mutating func escape(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
        sawEscape = true
        switch start[1] {
        case 0x22, 0x5C, 0x62, 0x66, 0x6E, 0x72, 0x74: return start + 2
        case 0x2F:
            irregularities += 1
            return start + 2
        case 0x75:
            guard let unit = JSONScan.hex4(start + 2) else { return fail("bad \\u escape", start) }
            if !JSONScan.isWireEscape(unit, start + 4) { irregularities += 1 }
            guard unit & 0xF800 == 0xD800 else { return start + 6 }
            if unit < 0xDC00, JSONScan.lowHalf(start + 6) != nil { return start + 12 }
            return isStrict ? fail("half of a surrogate pair", start) : start + 6
        default: return fail("unknown escape", start)
        }
    }

    /// The fingerprint of a key by what its escapes stand for: the same as of that key without escapes.
    @inline(never)
    func escapedPrint(_ start: UnsafePointer<UInt8>, _ stop: UnsafePointer<UInt8>) -> UInt64 {
        var key = JSONString.bytes(of: UnsafeBufferPointer(start: start, count: stop - start))
        let length = key.count
        key.append(contentsOf: repeatElement(0, count: 8))
        return key.withUnsafeBufferPointer { key in key.baseAddress.map { JSONScan.fingerprint($0, length) } ?? 0 }
    }
}
