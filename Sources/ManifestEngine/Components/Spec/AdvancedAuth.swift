import JSON

/// The `advanced_auth` block of a spec, in the form the SPEC message has.
///
/// Members the protocol does not know are left out, and so are nulls; templates pass untouched.
enum AdvancedAuth {
    private static let names = ["auth_flow_type", "predicate_key", "predicate_value"]
    private static let input = "oauth_connector_input_specification"
    private static let schemas = [
        "complete_oauth_output_specification", "complete_oauth_server_input_specification",
        "complete_oauth_server_output_specification",
    ]
    private static let keyNames = [
        "client_id_key", "client_secret_key", "scope_key", "state_key", "auth_code_key", "redirect_uri_key",
        "token_expiry_key",
    ]

    static func message(_ block: JSONObject) -> JSONObject {
        var message = picked(names, from: block)
        if let oauth = block["oauth_config_specification"]?.object {
            message["oauth_config_specification"] = .object(oauthMessage(oauth))
        }
        return message
    }

    private static func oauthMessage(_ block: JSONObject) -> JSONObject {
        var message = picked(["oauth_user_input_from_connector_config_specification"], from: block)
        if let connector = block[input]?.object { message[input] = .object(inputMessage(connector)) }
        for (name, value) in picked(schemas, from: block) { message[name] = value }
        return message.mapValues(withoutNulls)
    }

    private static func inputMessage(_ block: JSONObject) -> JSONObject {
        var message = picked(["consent_url", "access_token_url", "scope", "scopes", "optional_scopes"], from: block)
        message["scopes_join_strategy"] = block["scopes_join_strategy"] ?? "space"
        let rest = ["access_token_headers", "access_token_params", "extract_output"]
        for (name, value) in picked(rest, from: block) { message[name] = value }
        if let state = block["state"]?.object { message["state"] = .object(picked(["min", "max"], from: state)) }
        for (name, value) in picked(keyNames, from: block) { message[name] = value }
        for name in ["scopes", "optional_scopes"] {
            guard let list = message[name]?.array else { continue }
            message[name] = .array(list.map(withoutNulls))
        }
        return message.mapValues(withoutNulls)
    }

    private static func picked(_ names: [String], from block: JSONObject) -> JSONObject {
        var picked = JSONObject()
        for name in names {
            guard let value = block[name], !value.isNull else { continue }
            picked[name] = value
        }
        return picked
    }

    /// An object without its own nulls; those further down stay.
    private static func withoutNulls(_ value: JSONValue) -> JSONValue {
        guard let members = value.object else { return value }
        return .object(members.filter { !$0.value.isNull })
    }
}
