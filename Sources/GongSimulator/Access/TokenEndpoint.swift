/// POST /oauth2/generate-customer-token: code exchange and refresh.
///
/// Parameters are read from the query, a form body or a JSON body; the client authenticates with Basic credentials.
struct TokenEndpoint {
    static let path = "/oauth2/generate-customer-token"

    /// The region host that tokens work on, without a port; nil for the host of the request.
    let regionHost: String?

    /// Responds to a token request and updates the tokens in force.
    func respond(to request: SimulatorRequest, _ tokens: inout TokenStore) -> SimulatorResponse {
        guard request.method == "POST" else { return Self.error("invalid_request", "Method Not Allowed", status: 405) }
        guard let credentials = Credentials(request), case .basic(let id, let secret) = credentials,
            let client = tokens.client(id: id, secret: secret)
        else { return Self.error("invalid_client", "Client authentication failed.", status: 401) }
        let parameters = Self.parameters(of: request)
        let grant: TokenStore.Grant?
        switch parameters["grant_type"] {
        case "refresh_token":
            grant = tokens.refresh(client, token: parameters["refresh_token"] ?? "", at: request.instant)
        case "authorization_code":
            grant = tokens.exchange(client, code: parameters["code"] ?? "", at: request.instant)
        default:
            return Self.error("unsupported_grant_type", "Unsupported grant type.", status: 400)
        }
        guard let grant else {
            return Self.error("invalid_grant", "Token has been expired or revoked.", status: 400)
        }
        return success(grant, request)
    }

    /// All parameters; the query wins over the body.
    static func parameters(of request: SimulatorRequest) -> [String: String] {
        var items = request.queryItems
        let type = request.header("Content-Type")?.lowercased() ?? ""
        if type.hasPrefix("application/x-www-form-urlencoded") {
            items += FormFields.parse(request.bodyText)
        } else if case .object(let members) = JSONInput(request.body) {
            items += members.compactMap { name, value in value.text.map { FormFields.Item(name: name, value: $0) } }
        }
        return Dictionary(items.map { ($0.name, $0.value) }) { first, _ in first }
    }

    private func success(_ grant: TokenStore.Grant, _ request: SimulatorRequest) -> SimulatorResponse {
        var writer = JSONWriter()
        writer.object { object in
            object.field("access_token", grant.accessToken)
            object.field("refresh_token", grant.refreshToken)
            object.field("token_type", "bearer" as StaticString)
            object.field("expires_in", grant.lifetime)
            object.field("scope", grant.scopes.joined(separator: " "))
            object.field("api_base_url_for_customer", baseURL(request))
        }
        return SimulatorResponse(json: writer.bytes)
    }

    private func baseURL(_ request: SimulatorRequest) -> String {
        let host = request.header("Host") ?? "127.0.0.1"
        guard let regionHost else { return "http://" + host }
        let port = host.split(separator: ":", maxSplits: 1).dropFirst().first.map { ":" + $0 } ?? ""
        return "http://" + regionHost + port
    }

    private static func error(_ code: String, _ text: String, status: Int) -> SimulatorResponse {
        var writer = JSONWriter()
        writer.object { object in
            object.field("error", code)
            object.field("error_description", text)
        }
        return SimulatorResponse(status: status, json: writer.bytes)
    }
}
