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
        guard let colon = address.firstIndex(of: ":"), address[colon...].hasPrefix("://") else { return nil }
        scheme = address[..<colon].lowercased()
        let rest = address[address.index(colon, offsetBy: 3)...].prefix { $0 != "#" }
        let authorityEnd = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
        let written = rest[..<authorityEnd]
        let bare = written.lastIndex(of: "@").map { written[written.index(after: $0)...] } ?? written
        authority = String(bare)
        let portMark = bare.lastIndex(of: ":").flatMap { bare[$0...].contains("]") ? nil : $0 }
        host = bare[..<(portMark ?? bare.endIndex)].lowercased()
        port = portMark.flatMap { Int(bare[bare.index(after: $0)...]) }
        let tail = rest[authorityEnd...]
        let mark = tail.firstIndex(of: "?")
        path = String(tail[..<(mark ?? tail.endIndex)])
        query = mark.map { String(tail[tail.index(after: $0)...]) } ?? ""
    }

    /// An address for messages: without user and password.
    static func withoutLogin(_ address: String) -> String {
        guard let mark = address.firstRange(of: "://") else { return address }
        let authority = address[mark.upperBound...].prefix { !"/?#".contains($0) }
        guard let end = authority.lastIndex(of: "@") else { return address }
        return String(address[..<mark.upperBound] + address[address.index(after: end)...])
    }

    /// The address without user, password, query and fragment.
    var withoutQuery: String { "\(scheme)://\(authority)\(path)" }
}
