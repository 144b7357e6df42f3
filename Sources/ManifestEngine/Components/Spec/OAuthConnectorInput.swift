import JSON
import Manifest

/// The `oauth_connector_input_specification` of a spec: how a platform asks for tokens when a user signs in.
enum OAuthConnectorInput {
    private static let scopeFields = [Field.required("scope", .string, "The scope.")]
    private static let scopes = Field(
        "scopes",
        .list(.object(scopeFields)),
        "Scopes to request, one by one; they take precedence over `scope`."
    )
    private static let optionalScopes = Field(
        "optional_scopes",
        .list(.object(scopeFields)),
        "Scopes that a user may refuse."
    )
    private static let addresses = [
        Field.required("consent_url", .string, "Address of the page where the user agrees."),
        Field.required("access_token_url", .string, "Address that gives the tokens."),
        Field("scope", .string, "Scopes to request, in one string."), scopes, optionalScopes,
    ]
    private static let join = Field(
        "scopes_join_strategy",
        .word(["space", "comma", "plus"]),
        default: "space",
        "The separator between scopes."
    )
    private static let requestParts = [
        Field("access_token_headers", .verbatimMapping, "Headers of the request for tokens."),
        Field("access_token_params", .verbatimMapping, "Parameters of the request for tokens."),
        Field("extract_output", .list(.string), "Members of the response that are kept."),
    ]
    private static let stateFields = [
        Field.required("min", .integer, "The least length."), Field.required("max", .integer, "The greatest length."),
    ]
    private static let state = Field("state", .object(stateFields), "Length of the `state` parameter.")
    private static let keys = [
        Field("client_id_key", .string, "Name of the client id in addresses and parameters."),
        Field("client_secret_key", .string, "Name of the client secret there."),
        Field("scope_key", .string, "Name of the scopes there."),
        Field("state_key", .string, "Name of the state there."),
        Field("auth_code_key", .string, "Name of the authorization code there."),
        Field("redirect_uri_key", .string, "Name of the redirect URI."),
        Field("token_expiry_key", .string, "Name of the expiry in the response."),
    ]
    static let fields = addresses + [join] + requestParts + [state] + keys

    static func message(_ block: JSONObject) -> JSONObject {
        var message = block.picked(addresses)
        message[join.name] = block[join.name] ?? join.defaultValue
        for (name, value) in block.picked(requestParts) { message[name] = value }
        if let state = block[state.name]?.object { message[Self.state.name] = .object(state.picked(stateFields)) }
        for (name, value) in block.picked(keys) { message[name] = value }
        for field in [scopes, optionalScopes] {
            guard let list = message[field.name]?.array else { continue }
            message[field.name] = .array(list.map(\.withoutOwnNulls))
        }
        return message.mapValues(\.withoutOwnNulls)
    }
}
