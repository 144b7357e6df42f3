import Text

/// Where a proxy listens, and how to log in to it.
///
/// Read from text such as `http://user:p%40ss@proxy.internal:3128`. Without a scheme it is `http`; without a port it is the
/// usual one of the scheme.
package struct ProxyAddress: Sendable, Hashable {
    /// How a proxy is spoken to.
    package enum Scheme: String, Sendable {
        case http
        /// HTTP inside TLS.
        case https
        /// SOCKS version 5, names looked up by the proxy.
        case socks

        fileprivate static let names: [String: Scheme] = [
            "http": .http, "https": .https, "socks5": .socks, "socks5h": .socks,
        ]

        fileprivate var usualPort: Int {
            switch self {
            case .http: 80
            case .https: 443
            case .socks: 1080
            }
        }
    }

    package let scheme: Scheme
    /// Without the brackets of IPv6.
    package let host: String
    package let port: Int
    /// Percent-decoded; nil when the address has no user.
    package let user: String?
    package let password: String

    /// Parses a proxy's address; nil when it has no host, or names an unsupported kind of proxy.
    package init?(_ text: String) {
        let written = text.contains("://") ? text : "http://" + text
        guard let parts = AddressParts(written), let scheme = Scheme.names[parts.scheme] else { return nil }
        guard !parts.host.isEmpty, parts.authority.count == parts.host.count || parts.port != nil else { return nil }
        self.scheme = scheme
        host = String(parts.host.drop { $0 == "[" }.prefix { $0 != "]" })
        port = parts.port ?? scheme.usualPort
        let login = Self.login(in: written)
        user = login?.user
        password = login?.password ?? ""
        // The client has no login for SOCKS, and going on without it would be refused without a reason.
        guard !host.isEmpty, (1...65535).contains(port), scheme != .socks || user == nil else { return nil }
    }

    /// User and password before the last `@` of the authority.
    private static func login(in address: String) -> (user: String, password: String)? {
        // Bytes, as a mark and an accent after it are one character to Swift.
        guard let slashes = address.utf8.firstRange(of: "://".utf8) else { return nil }
        let authority = address.utf8[slashes.upperBound...].prefix { !"/?#".utf8.contains($0) }
        guard let mark = authority.lastIndex(of: UInt8(ascii: "@")) else { return nil }
        let sides = authority[..<mark].split(
            separator: UInt8(ascii: ":"),
            maxSplits: 1,
            omittingEmptySubsequences: false
        ).map { Substring($0) }
        return (decoded(sides[0]), sides.count > 1 ? decoded(sides[1]) : "")
    }

    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The value of `Proxy-Authorization`; nil without a user.
    var authorization: String? { credentials.map { "Basic \($0)" } }

    /// User and password in base64; nil without a user.
    var credentials: String? { user.map { Base64.encode(Array("\($0):\(password)".utf8)) } }

    /// The address for messages, without the login.
    package var place: String { "\(scheme == .socks ? "socks5" : scheme.rawValue)://\(authority)" }

    /// Host and port as in an address.
    var authority: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
