/// Where an address leads: scheme, host and port, the usual port filled in.
package struct AddressOrigin: Hashable, Sendable {
    /// Lower case, such as `https`.
    package let scheme: String
    /// Lower case, without a point at its end.
    package let host: String
    package let port: Int

    /// Nil for an address without scheme or host.
    package init?(_ address: String) {
        guard let parts = AddressParts(address), !parts.host.isEmpty else { return nil }
        scheme = parts.scheme
        host = parts.host.hasSuffix(".") ? String(parts.host.dropLast()) : parts.host
        port = parts.port ?? Self.usualPort(of: scheme)
    }

    private static func usualPort(of scheme: String) -> Int { scheme == "https" ? 443 : 80 }

    /// Host, and port where it is not the usual one.
    var text: String { port == Self.usualPort(of: scheme) ? host : "\(host):\(port)" }

    /// Whether what was meant for another origin may go here too: it is the same, or the same with encryption.
    ///
    /// A first host that starts with a dot means all hosts below it.
    func receives(from other: AddressOrigin) -> Bool {
        let isSameHost = other.host.hasPrefix(".") ? host.hasSuffix(other.host) : host == other.host
        guard isSameHost else { return false }
        if other.scheme == "http" && other.port == 80 && scheme == "https" && port == 443 { return true }
        return scheme == other.scheme && port == other.port
    }
}
