/// A proxy that does not let a request through.
struct ProxyRefusal {
    let proxy: ProxyAddress
    /// Its status; nil when unknown.
    let status: Int?
    /// Host and port of the request.
    let target: String

    /// The refusal in plain words, with what to do.
    ///
    /// What another attempt may fix is a fault of the connection.
    var told: TransportError {
        switch status ?? 0 {
        case 407: TransportError(.proxy, proxy.user == nil ? lacksLogin : hasWrongLogin)
        case 408, 429, 500...: TransportError(.connection, "\(subject) could not reach \(target)\(statusText)")
        case 400...:
            TransportError(
                .proxy,
                "\(subject) does not let requests through to \(target)\(statusText); have the host allowed by the proxy, "
                    + "or list it in NO_PROXY if it can be reached directly"
            )
        default: TransportError(.connection, "\(subject) did not connect to \(target)\(statusText)")
        }
    }

    private var subject: String { "the proxy \(proxy.place)" }

    private var statusText: String { status.map { " (HTTP \($0))" } ?? "" }

    private var hasWrongLogin: String {
        "\(subject) rejected the login (HTTP 407); check user and password in HTTP_PROXY, HTTPS_PROXY or ALL_PROXY, "
            + "where '@' is written %40 and ':' %3A"
    }

    private var lacksLogin: String {
        "\(subject) requires a login (HTTP 407); set it in HTTP_PROXY, HTTPS_PROXY or ALL_PROXY, "
            + "such as \(proxy.scheme.rawValue)://user:password@\(proxy.authority)"
    }
}
