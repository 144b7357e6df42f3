import Text

/// A cookie that a server set, and where it goes back to.
struct Cookie: Equatable {
    let name: String
    /// Nil for a cookie that has only a name.
    let value: String?
    /// Lower case, without a leading dot.
    let domain: String
    /// Whether it goes only to the host that set it; otherwise to all hosts below the domain too.
    let isHostOnly: Bool
    let path: String
    let isSecure: Bool
    /// Seconds since 1970; nil lasts as long as the run.
    let expiry: Int?

    /// Reads a `Set-Cookie` header; nil for one that is malformed, or that names a domain its host may not set.
    ///
    /// Rules and quirks are those of Python's `http.cookiejar`, as requests uses it, save that a cookie without
    /// `Domain` goes to its own host alone (RFC 6265, section 5.4).
    init?(_ header: String, from address: AddressParts, now: Int) {
        let parts = header.split(separator: ";", omittingEmptySubsequences: false).map(Self.pair)
        guard let first = parts.first, !first.key.isEmpty else { return nil }
        var attributes = Attributes()
        for part in parts.dropFirst() where !part.key.isEmpty {
            guard attributes.add(part.key.lowercased(), part.value, now: now) else { return nil }
        }
        name = first.key
        value = first.value.map(Self.unescaped)
        isSecure = attributes.isSecure
        expiry = attributes.lifetimeEnd ?? attributes.expiry
        path = attributes.path.flatMap { $0.isEmpty ? nil : $0 } ?? Self.usualPath(address.path)
        guard let named = attributes.domain else {
            (domain, isHostOnly) = (address.host, true)
            return
        }
        domain = String(named.hasPrefix(".") ? named.dropFirst() : named[...])
        let hasParents = domain.contains(".") && !address.host.allSatisfy { $0.isNumber || $0 == "." }
        isHostOnly = !hasParents
        guard hasParents ? Self.isBelow(address.host, domain) : domain == address.host else { return nil }
    }

    /// Attributes of a cookie as they are read; the first of a name counts.
    private struct Attributes {
        var domain: String?
        var path: String?
        var isSecure = false
        var expiry: Int?
        var lifetimeEnd: Int?
        private var seen: Set<String> = []

        /// Takes an attribute; false when it makes the cookie malformed.
        mutating func add(_ name: String, _ value: String?, now: Int) -> Bool {
            guard seen.insert(name).inserted else { return true }
            switch name {
            case "domain":
                domain = value?.lowercased()
                return domain?.isEmpty == false
            case "path":
                path = value
                return value != nil
            case "max-age":
                guard let value, let age = Int(value) else { return false }
                let end = now.addingReportingOverflow(age)
                lifetimeEnd = end.overflow ? (age < 0 ? .min : .max) : end.partialValue
            case "expires": expiry = value.flatMap { CookieDate.seconds($0) }
            case "secure": isSecure = true
            default: break
            }
            return true
        }
    }

    private static func pair(_ text: Substring) -> (key: String, value: String?) {
        guard let sign = text.firstIndex(of: "=") else { return (String(text.trimmed()), nil) }
        return (String(text[..<sign].trimmed()), String(text[text.index(after: sign)...].trimmed()))
    }

    /// A value in quotation marks loses escaped ones inside.
    private static func unescaped(_ value: String) -> String {
        guard value.hasPrefix("\""), value.hasSuffix("\"") else { return value }
        return value.replacing("\\\"", with: "")
    }

    /// The folder of the address that set the cookie.
    private static func usualPath(_ path: String) -> String {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
        return String(path[..<slash])
    }

    private static func isBelow(_ host: String, _ domain: String) -> Bool { ("." + host).hasSuffix("." + domain) }

    // MARK: Going back

    /// Whether another cookie replaces this one.
    func isSame(as other: Cookie) -> Bool {
        name == other.name && domain == other.domain && path == other.path && isHostOnly == other.isHostOnly
    }

    func hasExpired(at now: Int) -> Bool { expiry.map { $0 <= now } ?? false }

    /// Whether it goes with a request to an address.
    func fits(_ address: AddressParts) -> Bool {
        let isHome = address.host == domain || !isHostOnly && Self.isBelow(address.host, domain)
        guard isHome, !isSecure || address.scheme == "https" else { return false }
        let asked = address.path.isEmpty ? "/" : address.path
        return asked == path
            || asked.hasPrefix(path) && (path.hasSuffix("/") || asked.dropFirst(path.count).hasPrefix("/"))
    }

    /// As in the header `Cookie`.
    var text: String { value.map { "\(name)=\($0)" } ?? name }
}
