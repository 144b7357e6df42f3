/// A host that may get credentials although the manifest does not name it: the value of `--allow-host`.
///
/// `files.example.com`, `*.example.com` for all hosts below it, `127.0.0.1:8080` for one port only. Requests without
/// encryption go there only from a host that is also called without encryption, or with `http://` before the name.
package struct AllowedHost: Sendable, Equatable {
    private let scheme: String?
    private let host: String
    private let port: Int?

    /// Why a string names no host.
    package struct Fault: Error, Equatable {
        /// The end of a sentence.
        package let reason: String
    }

    /// Reads a host; throws for a string that names none.
    package init(_ text: String) throws(Fault) {
        let address = text.contains("://") ? text : "https://" + text
        if let reason = AddressCheck.reason(in: address) { throw Fault(reason: reason) }
        guard let parts = AddressParts(address), parts.path.isEmpty || parts.path == "/", parts.query.isEmpty,
            !text.contains("@"), !text.contains("#")
        else {
            throw Fault(reason: "it contains more than a host and a port")
        }
        let name = parts.host.hasPrefix("*.") ? parts.host.dropFirst() : parts.host[...]
        // All hosts below `com` are never meant.
        guard !name.contains("*"), !name.hasPrefix(".") || name.dropFirst().contains(".") else {
            throw Fault(reason: "a '*' may only stand for all hosts below a domain, such as *.example.com")
        }
        scheme = text.contains("://") ? parts.scheme : nil
        host = String(name)
        port = parts.port
    }

    /// Whether the host is meant for what would go to another one.
    func covers(_ origin: AddressOrigin, insteadOf other: AddressOrigin?) -> Bool {
        guard host.hasPrefix(".") ? origin.host.hasSuffix(host) : origin.host == host else { return false }
        guard port == nil || port == origin.port else { return false }
        return scheme.map { $0 == origin.scheme } ?? (origin.scheme == "https" || other?.scheme != "https")
    }
}
