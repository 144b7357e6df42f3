import Text

extension RequestEncoding {
    /// An address as it goes over the wire: characters that are not allowed are encoded, encoded ones kept.
    ///
    /// Scheme and host become lower case, an empty path becomes `/`, dots in the path are resolved, and an empty query
    /// goes. When any `%` of the path (or of the query) does not start an escape, all of them count as percent signs.
    package static func address(_ text: String) -> String {
        if isPlain(text) { return text }
        let parts = AddressPieces(String(text.drop { $0 == " " }))
        // Without a host it is not an address, and dots must not make one of it.
        let path = escaped(parts.path)
        var result = parts.origin.isEmpty ? path : parts.origin + removingDots(path)
        if let query = parts.query, !query.isEmpty { result += "?" + escaped(query) }
        if let fragment = parts.fragment, !fragment.isEmpty { result += "#" + escaped(fragment) }
        return result
    }

    private static func isKeptInAddress(_ byte: UInt8) -> Bool {
        switch byte {
        // : / ? & = ; ! $ ' ( ) * + , @
        case 0x3A, 0x2F, 0x3F, 0x26, 0x3D, 0x3B, 0x21, 0x24, 0x27...0x2C, 0x40: true
        default: false
        }
    }

    /// Whether an address surely is as it goes over the wire already, which nearly all are; found in one look.
    package static func isPlain(_ text: String) -> Bool {
        var slashes = 0
        var before: UInt8 = 0
        var digitsLeft = 0
        for byte in text.utf8 {
            if byte == 0x2F { slashes += 1 }
            let isHost = slashes < 3
            if isHost && (0x41...0x5A).contains(byte) || byte == 0x2E && before == 0x2F { return false }
            if digitsLeft > 0 {
                // Only escapes of signs are left alone; those of letters and digits begin with 4 to 7, or 3.
                guard (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) else { return false }
                if digitsLeft == 2 && (0x33...0x37).contains(byte) { return false }
                digitsLeft -= 1
                if digitsLeft == 0 && (byte == 0x44 || byte == 0x45) && before == 0x32 { return false }
            } else if byte == 0x25 {
                digitsLeft = 2
            } else if !PercentEncoding.isUnreserved(byte) && !isKeptInAddress(byte) {
                return false
            }
            before = byte
        }
        return slashes > 2 && digitsLeft == 0 && before != 0x3F
    }

    private static func escaped(_ text: String) -> String {
        let bytes = Array(text.utf8)
        let keepsEscapes = bytes.indices.allSatisfy { bytes[$0] != 0x25 || escapedByte(bytes, at: $0) != nil }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte == 0x25, let meant = escapedByte(bytes, at: at) {
                append(meant, to: &out, keeps: keepsEscapes && PercentEncoding.isUnreserved(meant))
                // What is not an escape here has become upper case anyway.
                if !keepsEscapes { out.insert(contentsOf: "25".utf8, at: out.count - 2) }
                at += 3
                continue
            }
            append(byte, to: &out, keeps: PercentEncoding.isUnreserved(byte) || isKeptInAddress(byte))
            at += 1
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func append(_ byte: UInt8, to out: inout [UInt8], keeps: Bool) {
        if keeps { out.append(byte) } else { PercentEncoding.append(byte, to: &out) }
    }

    private static func escapedByte(_ bytes: [UInt8], at place: Int) -> UInt8? {
        bytes.hexNumber(at: place + 1, digits: 2).map { UInt8($0) }
    }

    /// A path with `.` and `..` resolved; a query or fragment after it is left alone.
    private static func removingDots(_ path: String) -> String {
        let tail = path.firstIndex { $0 == "?" || $0 == "#" } ?? path.endIndex
        var kept: [Substring] = []
        let parts = path[..<tail].split(separator: "/", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            if part == ".." {
                if kept.count > 1 { kept.removeLast() }
                if isLast { kept.append("") }
            } else if part == "." {
                if isLast { kept.append("") }
            } else {
                kept.append(part)
            }
        }
        return kept.joined(separator: "/") + path[tail...]
    }
}

/// An address cut up; what is missing is empty or nil.
private struct AddressPieces {
    let scheme: String
    /// `scheme://host`, in lower case but for the user before the host.
    let origin: String
    let path: String
    let query: String?
    let fragment: String?

    init(_ address: String) {
        let (bare, fragment) = Self.cut(Substring(address), "#")
        let (location, query) = Self.cut(bare, "?")
        self.fragment = fragment
        self.query = query
        // Bytes, as a slash and an accent after it are one character to Swift.
        let slashes = location.utf8.firstIndex(of: 0x2F)
        guard let slashes, location[slashes...].utf8.starts(with: "//".utf8), location[..<slashes].utf8.last == 0x3A
        else {
            (scheme, origin, path) = ("", "", String(location))
            return
        }
        let rest = Substring(location[slashes...].utf8.dropFirst(2))
        let end = rest.utf8.firstIndex(of: 0x2F) ?? rest.endIndex
        let user = rest[..<end].utf8.lastIndex(of: 0x40).map { rest.utf8[...$0] }
        scheme = location[..<slashes].dropLast().lowercased()
        origin =
            "\(scheme)://\(user.map { String(Substring($0)) } ?? "")\(Substring(rest[..<end].utf8.dropFirst(user?.count ?? 0)).lowercased())"
        path = end == rest.endIndex ? "/" : String(rest[end...])
    }

    private static func cut(_ text: Substring, _ mark: Unicode.Scalar) -> (before: Substring, after: String?) {
        guard let place = text.utf8.firstIndex(of: UInt8(ascii: mark)) else { return (text, nil) }
        return (text[..<place], String(text[text.utf8.index(after: place)...]))
    }
}
