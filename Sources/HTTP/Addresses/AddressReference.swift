/// An address, whole or relative, cut up as Python's `urlparse` does; what is missing is empty.
struct AddressReference {
    /// In lower case.
    let scheme: String
    /// What is between `//` and the path.
    var authority: String
    var path: String
    /// What follows a semicolon in the last segment of the path.
    var parameters: String
    var query: String
    var fragment: String

    /// - Parameter scheme: the scheme of an address that names none.
    init(_ text: String, scheme standard: String = "") {
        // Bytes, as a mark and an accent after it are one character to Swift.
        let whole = text.utf8.drop { $0 <= 0x20 }.filter { !"\t\n\r".utf8.contains($0) }
        var rest = String(decoding: whole, as: UTF8.self).utf8[...]
        scheme = Self.takeScheme(&rest) ?? standard
        authority = ""
        if rest.starts(with: "//".utf8) {
            let start = rest.dropFirst(2)
            let end = start.firstIndex { "/?#".utf8.contains($0) } ?? start.endIndex
            authority = String(Substring(start[..<end]))
            rest = start[end...]
        }
        fragment = Self.cut(&rest, at: "#")
        query = Self.cut(&rest, at: "?")
        parameters = ""
        if Self.isHierarchical(scheme) {
            let last = rest.lastIndex(of: UInt8(ascii: "/")) ?? rest.startIndex
            var segment = rest[last...]
            parameters = Self.cut(&segment, at: ";")
            rest = rest[..<segment.endIndex]
        }
        path = String(Substring(rest))
    }

    /// Whether addresses of a scheme have paths that others can be relative to; so has an address without scheme.
    static func isHierarchical(_ scheme: String) -> Bool { ["", "http", "https"].contains(scheme) }

    /// The address; marks with nothing after them are left out.
    var text: String {
        var text = path + (parameters.isEmpty ? "" : ";\(parameters)")
        if !authority.isEmpty || !scheme.isEmpty && !text.utf8.starts(with: "//".utf8) {
            if !text.isEmpty && text.utf8.first != UInt8(ascii: "/") { text = "/" + text }
            text = "//\(authority)\(text)"
        }
        if !scheme.isEmpty { text = "\(scheme):\(text)" }
        if !query.isEmpty { text += "?\(query)" }
        return fragment.isEmpty ? text : "\(text)#\(fragment)"
    }

    private static func takeScheme(_ text: inout Substring.UTF8View) -> String? {
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")), let first = text.first else { return nil }
        guard isLetter(first), text[..<colon].allSatisfy(isSchemeCharacter) else { return nil }
        defer { text = text[text.index(after: colon)...] }
        return Substring(text[..<colon]).lowercased()
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

    private static func isSchemeCharacter(_ byte: UInt8) -> Bool {
        isLetter(byte) || (0x30...0x39).contains(byte) || "+-.".utf8.contains(byte)
    }

    /// Removes everything from the first mark on, mark included.
    private static func cut(_ text: inout Substring.UTF8View, at mark: Unicode.Scalar) -> String {
        guard let place = text.firstIndex(of: UInt8(ascii: mark)) else { return "" }
        defer { text = text[..<place] }
        return String(Substring(text[text.index(after: place)...]))
    }
}
