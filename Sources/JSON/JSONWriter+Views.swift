extension Bytes {
    /// Writes a value of a document: its own bytes when they are in the wire's form, else what they stand for.
    package func append(view: JSONView) {
        defer { withExtendedLifetime(view.document) {} }
        if !view.traits.contains(.irregular) {
            append(view.startPointer, view.byteCount)
        } else if view.traits.contains(.duplicates) {
            append(resolving: view)
        } else {
            appendRegular(view.startPointer, view.endPointer)
        }
    }

    /// Writes a value that may name a member twice somewhere.
    private func append(resolving view: JSONView) {
        switch view.kind {
        case .array:
            append(UInt8(ascii: "["))
            var isFirst = true
            view.forEachElement { element in
                if !isFirst { append(UInt8(ascii: ",")) }
                isFirst = false
                append(view: element)
            }
            append(UInt8(ascii: "]"))
        case .object:
            append(UInt8(ascii: "{"))
            var isFirst = true
            for (name, value) in view.rawMembers {
                if !isFirst { append(UInt8(ascii: ",")) }
                isFirst = false
                append(name: name)
                append(view: value)
            }
            append(UInt8(ascii: "}"))
        default: appendRegular(view.startPointer, view.endPointer)
        }
    }

    /// Writes a member's name as it stands between the quotes of a checked text, and the colon.
    func append(name: UnsafeBufferPointer<UInt8>) {
        guard let start = name.baseAddress else { return }
        appendRegular(start - 1, start + name.count + 1)
        append(UInt8(ascii: ":"))
    }

    /// Copies checked JSON text without its white space and with escapes and numbers in the wire's form.
    ///
    /// What is in that form already is copied in runs, as long as they are.
    func appendRegular(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) {
        var run = start
        var at = start
        while at < end {
            switch at.pointee {
            case 0x22:
                at += 1
                while true {
                    at = JSONScan.quoteOrSlash(at)
                    if at.pointee == 0x22 { break }
                    let length = JSONString.escapeLength(at)
                    if !JSONString.isWireEscape(at) {
                        appendRun(run, at)
                        appendEscape(at, length)
                        run = at + length
                    }
                    at += length
                }
                at += 1
                // A colon or a comma mostly.
                if at < end && (at.pointee == 0x3A || at.pointee == 0x2C) { at += 1 }
            case 0x09, 0x0A, 0x0D, 0x20:
                appendRun(run, at)
                at = JSONScan.skipSpace(at + 1)
                run = at
            case 0x2D, 0x30...0x39, 0x49, 0x4E:
                let scan = JSONNumber.scan(at)
                if scan.isValid && scan.isRegular {
                    at = scan.stop
                    continue
                }
                appendRun(run, at)
                let after = JSONScan.skipValue(at)
                appendNumber(at, after, isInteger: scan.isValid && scan.isInteger)
                at = after
                run = at
            default: at += 1
            }
        }
        appendRun(run, end)
    }

    /// Copies a piece of a document's text.
    @inline(__always)
    private func appendRun(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) {
        if end > start { appendPadded(start, end - start) }
    }

    private func appendNumber(_ start: UnsafePointer<UInt8>, _ stop: UnsafePointer<UInt8>, isInteger: Bool) {
        guard isInteger else {
            // NaN and the infinities have no form on the wire.
            let isWord = start.pointee == 0x49 || start.pointee == 0x4E || start[1] == 0x49
            return append(isWord ? "null" : JSONNumber.wireText(Double(JSONNumber.text(start, stop)) ?? .infinity))
        }
        if JSONNumber.isMinusZero(start, stop) {
            append("0")
        } else {
            append(start, stop - start)
        }
    }

    /// Writes what a checked escape stands for, in the wire's form.
    private func appendEscape(_ at: UnsafePointer<UInt8>, _ length: Int) {
        if length == 6, let unit = JSONScan.hex4(at + 2), unit & 0xF800 == 0xD800 {
            // Half a surrogate pair has no UTF-8; it stays an escape, in lower case.
            for index in 0..<6 { append(index < 2 ? at[index] : at[index] | 0x20) }
            return
        }
        for byte in JSONString.bytes(of: UnsafeBufferPointer(start: at, count: length)) {
            if JSONString.needsEscape(byte) {
                appendEscape(byte)
            } else {
                append(byte)
            }
        }
    }
}
