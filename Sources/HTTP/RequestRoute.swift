import AsyncHTTPClient

/// The route of a request to its host.
enum RequestRoute: Hashable {
    case direct
    /// Through a connection that a proxy makes to the host, by CONNECT or SOCKS.
    case tunnel(ProxyAddress)
    /// As a request to a proxy that names the whole address, for plain http.
    case forward(ProxyAddress)

    /// The route to an address; throws when its proxy offers none.
    static func route(to address: String, rules: ProxyRules) throws(TransportError) -> RequestRoute {
        guard let proxy = rules.proxy(for: address) else { return .direct }
        if proxy.scheme == .socks { return .tunnel(proxy) }
        guard address.prefix(6).lowercased() == "https:" else { return .forward(proxy) }
        guard proxy.scheme == .http else {
            throw TransportError(
                .connection,
                "an https address cannot be reached through \(proxy.place), which itself uses TLS; "
                    + "name the proxy with http:// if it listens for that too"
            )
        }
        return .tunnel(proxy)
    }

    /// The proxy that requests go through.
    var proxy: ProxyAddress? {
        switch self {
        case .direct: nil
        case .tunnel(let proxy), .forward(let proxy): proxy
        }
    }

    /// The client's settings for a tunnel.
    var clientProxy: HTTPClient.Configuration.Proxy? {
        guard case .tunnel(let proxy) = self else { return nil }
        if proxy.scheme == .socks { return .socksServer(host: proxy.host, port: proxy.port) }
        let login = proxy.credentials.map { HTTPClient.Authorization.basic(credentials: $0) }
        return .server(host: proxy.host, port: proxy.port, authorization: login)
    }

    // MARK: What goes over the wire

    /// The address that the client is given.
    func address(of url: String) -> String {
        guard case .forward(let proxy) = self, let parts = AddressParts(url) else { return url }
        let query = parts.query.isEmpty ? "" : "?\(parts.query)"
        return "\(proxy.scheme.rawValue)://\(proxy.authority)\(parts.path.isEmpty ? "/" : parts.path)\(query)"
    }

    /// Headers that a proxy needs.
    func headers(for url: String) -> [(String, String)] {
        guard case .forward(let proxy) = self, let parts = AddressParts(url) else { return [] }
        return [("Host", parts.authority)] + (proxy.authorization.map { [("Proxy-Authorization", $0)] } ?? [])
    }

    /// Where connections of this route lead to.
    func place(of url: String) -> String {
        if case .forward(let proxy) = self { return proxy.authority }
        return AddressParts(url)?.authority ?? ""
    }

    /// The proxy that requests are sent to with their whole address.
    var forwardingPlace: String? {
        guard case .forward(let proxy) = self else { return nil }
        return proxy.authority
    }

    /// A fault with the proxy named, where there is one.
    func explained(_ fault: TransportError) -> TransportError {
        guard let proxy, fault.kind == .connection || fault.kind == .timeout else { return fault }
        return TransportError(fault.kind, "\(fault.message) (through the proxy \(proxy.place))")
    }

    /// A response that names the proxy that may have made it; throws when the proxy requires a login.
    func passed(_ response: HTTPResponse) throws(TransportError) -> HTTPResponse {
        guard case .forward(let proxy) = self else { return response }
        if response.status == 407 { throw ProxyRefusal(proxy: proxy, status: 407, target: "").told }
        var response = response
        response.proxy = proxy.place
        return response
    }
}
