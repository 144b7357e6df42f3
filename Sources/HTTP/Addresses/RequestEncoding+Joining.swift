import Text

extension RequestEncoding {
    /// Joins a base address and a path: the path is taken relative to the base as if that were a folder.
    package static func join(_ base: String, _ path: String) -> String {
        // Without a scheme the base is not an address; the fault then names all of it, not the path alone.
        guard !path.isEmpty, base.isEmpty || base.utf8.firstRange(of: "://".utf8) != nil else { return base }
        let folder = base.utf8.last == UInt8(ascii: "/") ? base : base + "/"
        return isPlainFolder(folder) && isPlainPath(path) ? folder + path : resolve(path, against: folder)
    }

    /// Whether an address is a plain folder, to which a plain path is just appended.
    private static func isPlainFolder(_ base: String) -> Bool {
        guard isPlain(base) else { return false }
        var doubled = 0
        var before: UInt8 = 0
        for byte in base.utf8 {
            if byte == 0x3F { return false }
            if byte == 0x2F && before == 0x2F { doubled += 1 }
            before = byte
        }
        return doubled == 1
    }

    private static func isPlainPath(_ path: String) -> Bool {
        var before: UInt8 = 0x2F
        for byte in path.utf8 {
            let isLetter = PercentEncoding.isUnreserved(byte) && byte != 0x2E
            guard isLetter || byte == 0x2F && before != 0x2F else { return false }
            before = byte
        }
        return true
    }

    /// What a reference means that is found at an address: Python's `urljoin`, which the reference joins with.
    ///
    /// As RFC 3986, section 5.2, but empty folders of a relative path go, those of the base too.
    package static func resolve(_ reference: String, against base: String) -> String {
        let base = AddressReference(base)
        var target = AddressReference(reference, scheme: base.scheme)
        guard target.scheme == base.scheme, AddressReference.isHierarchical(base.scheme) else { return reference }
        if !target.authority.isEmpty { return target.text }
        target.authority = base.authority
        if target.path.isEmpty && target.parameters.isEmpty {
            target.path = base.path
            target.parameters = base.parameters
            if target.query.isEmpty { target.query = base.query }
            return target.text
        }
        target.path = path(target.path, from: base.path)
        return target.text
    }

    /// A path seen from another one, with `.` and `..` resolved.
    private static func path(_ path: String, from base: String) -> String {
        var segments = segments(path)
        if path.utf8.first != UInt8(ascii: "/") {
            var folders = Self.segments(base)
            if folders.last?.isEmpty == false { folders.removeLast() }
            let all = folders + segments
            segments = all.prefix(1) + all.dropFirst().dropLast().filter { !$0.isEmpty } + all.dropFirst().suffix(1)
        }
        var kept: [Substring] = []
        for segment in segments where segment != "." {
            if segment != ".." { kept.append(segment) } else if !kept.isEmpty { kept.removeLast() }
        }
        if let last = segments.last, last == "." || last == ".." { kept.append("") }
        let joined = kept.joined(separator: "/")
        return joined.isEmpty ? "/" : joined
    }

    private static func segments(_ path: String) -> [Substring] {
        path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { Substring($0) }
    }
}
