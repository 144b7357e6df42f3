import Glibc
import Text

/// Which proxy a request goes through, as the environment variables say.
///
/// `HTTP_PROXY`, `HTTPS_PROXY` and `ALL_PROXY` name proxies, `NO_PROXY` lists hosts that are spoken to directly. All are
/// read in any case, lower case first; an empty lower-case variable switches its proxy off. That is the way of Python's
/// requests, and nearly that of curl.
package struct ProxyRules: Sendable, Hashable {
    /// A variable that names no proxy that can be used.
    package struct Fault: Error, Sendable {
        /// The name of the variable; its value may hold a password.
        package let variable: String
    }

    /// By scheme, and `all`.
    private var proxies: [String: ProxyAddress] = [:]
    private var exceptions: [String] = []
    private var isOff = false

    /// No proxies at all.
    package init() {}

    package init(environment: [String: String]) throws(Fault) {
        for scheme in ["http", "https", "all"] {
            guard let variable = Self.variable("\(scheme)_proxy", in: environment) else { continue }
            guard let proxy = ProxyAddress(variable.value) else { throw Fault(variable: variable.name) }
            proxies[scheme] = proxy
        }
        let lower = environment["no_proxy"].flatMap { $0.isEmpty ? nil : $0 }
        let list = lower ?? Self.variable("no_proxy", in: environment.filter { $0.key != "no_proxy" })?.value ?? ""
        isOff = list.trimmed() == "*"
        exceptions = list.split(separator: ",").map { $0.filter { $0 != " " }.lowercased() }.filter { !$0.isEmpty }
    }

    /// The variable of a name in lower case; else, unless that is empty, in any other case.
    private static func variable(_ name: String, in environment: [String: String]) -> (name: String, value: String)? {
        if let value = environment[name] { return value.isEmpty ? nil : (name, value) }
        let found = environment.keys.sorted().last { $0.lowercased() == name && environment[$0]?.isEmpty == false }
        return found.flatMap { key in environment[key].map { (key, $0) } }
    }

    /// Passwords of the proxies, as they are and as they are sent.
    package var secrets: [String] {
        proxies.values.flatMap { [$0.password, $0.credentials ?? ""] }.filter { !$0.isEmpty }
    }

    /// The proxy for an address; nil goes directly.
    package func proxy(for address: String) -> ProxyAddress? {
        guard !proxies.isEmpty, let parts = AddressParts(address) else { return nil }
        guard let proxy = proxies[parts.scheme] ?? proxies["all"] else { return nil }
        return isOff || isException(parts) ? nil : proxy
    }

    private func isException(_ parts: AddressParts) -> Bool {
        let host = String(parts.host.drop { $0 == "[" }.prefix { $0 != "]" })
        let number = Self.number(host)
        let places = number == nil ? [host, parts.port.map { "\(host):\($0)" }].compactMap(\.self) : [host]
        return exceptions.contains { exception in
            if let number, let network = Self.network(exception) { return number & network.mask == network.base }
            let name = exception.drop { $0 == "." }
            return places.contains { $0 == name || $0.hasSuffix("." + name) }
        }
    }

    /// The number of an IPv4 address.
    private static func number(_ text: String) -> UInt32? {
        var address = in_addr()
        return inet_aton(text, &address) == 0 ? nil : UInt32(bigEndian: address.s_addr)
    }

    /// An IPv4 network such as `10.0.0.0/8`.
    private static func network(_ text: String) -> (base: UInt32, mask: UInt32)? {
        let sides = text.split(separator: "/", omittingEmptySubsequences: false)
        guard sides.count == 2, let bits = UInt32(sides[1]), (1...32).contains(bits),
            let number = number(String(sides[0]))
        else { return nil }
        let mask = UInt32.max << (32 - bits)
        return (number & mask, mask)
    }
}
