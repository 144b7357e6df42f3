/// The parts of an absolute address, as far as redirects, budgets and messages need them.
package struct AddressParts: Equatable {
    /// Lower case, such as `https`.
    package let scheme: String
    /// Host and port as written, without user and password.
    package let authority: String
    /// Lower case, without port.
    package let host: String
    package let port: Int?
    /// From the first slash on, without query and fragment; may be empty.
    package let path: String
    /// Without the question mark; empty when there is none.
    package let query: String

    /// Takes an address apart; nil when it has no scheme or no `//`.
    package init?(_ address: String) {
        // Bytes, as a mark and an accent after it are one character to Swift.
        let bytes = address.utf8
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[colon...].starts(with: "://".utf8) else {
            return nil
        }
        scheme = address[..<colon].lowercased()
        let rest = bytes[bytes.index(colon, offsetBy: 3)...].prefix { $0 != UInt8(ascii: "#") }
        let authorityEnd = rest.firstIndex { "/?".utf8.contains($0) } ?? rest.endIndex
        let bare = Self.withoutLogin(rest[..<authorityEnd])
        authority = String(Substring(bare))
        let portMark = bare.lastIndex(of: UInt8(ascii: ":")).flatMap {
            bare[$0...].contains(UInt8(ascii: "]")) ? nil : $0
        }
        host = Substring(bare[..<(portMark ?? bare.endIndex)]).lowercased()
        port = portMark.flatMap { Int(Substring(bare[bare.index(after: $0)...])) }
        let tail = rest[authorityEnd...]
        let mark = tail.firstIndex(of: UInt8(ascii: "?"))
        path = String(Substring(tail[..<(mark ?? tail.endIndex)]))
        query = mark.map { String(Substring(tail[tail.index(after: $0)...])) } ?? ""
    }

    /// What follows the last `@` of a part of an address.
    private static func withoutLogin(_ authority: Substring.UTF8View) -> Substring.UTF8View {
        authority.lastIndex(of: UInt8(ascii: "@")).map { authority[authority.index(after: $0)...] } ?? authority
    }

    /// An address for messages: without user and password.
    package static func withoutLogin(_ address: String) -> String {
        guard let mark = address.utf8.firstRange(of: "://".utf8) else { return address }
        let rest = address.utf8[mark.upperBound...]
        let authority = rest.prefix { !"/?#".utf8.contains($0) }
        return String(address[..<mark.upperBound]) + String(Substring(withoutLogin(authority)))
            + String(Substring(rest[authority.endIndex...]))
    }

    /// The address without user, password, query and fragment.
    package var withoutQuery: String { "\(scheme)://\(authority)\(path)" }
}
