import JSON
import Manifest

/// The `advanced_auth` block of a spec, in the form the SPEC message has.
///
/// Members the protocol does not know are left out, and so are nulls; templates pass untouched.
enum AdvancedAuth {
    private static let connector = Field(
        "oauth_connector_input_specification",
        .object(OAuthConnectorInput.fields),
        "How tokens are requested."
    )
    private static let userInput = Field(
        "oauth_user_input_from_connector_config_specification",
        .verbatimMapping,
        "JSON schema of what the user enters for the sign-in."
    )
    private static let schemas = [
        Field(
            "complete_oauth_output_specification",
            .verbatimMapping,
            "JSON schema of what the sign-in adds to the configuration."
        ),
        Field(
            "complete_oauth_server_input_specification",
            .verbatimMapping,
            "JSON schema of what the operator of a platform configures."
        ),
        Field(
            "complete_oauth_server_output_specification",
            .verbatimMapping,
            "JSON schema of the part of it that goes into the configuration."
        ),
    ]
    private static let configuration = Field(
        "oauth_config_specification",
        .object([userInput, connector] + schemas),
        "What the sign-in takes and gives."
    )
    private static let names = [
        Field.required("auth_flow_type", .word(["oauth2.0", "oauth1.0"]), "The kind of sign-in."),
        Field("predicate_key", .list(.string), "Path to the setting that selects this sign-in."),
        Field("predicate_value", .string, "Value of that setting."),
    ]
    static let fields = names + [configuration]

    static func message(_ block: JSONObject) -> JSONObject {
        var message = block.picked(names)
        if let oauth = block[configuration.name]?.object { message[configuration.name] = .object(oauthMessage(oauth)) }
        return message
    }

    private static func oauthMessage(_ block: JSONObject) -> JSONObject {
        var message = block.picked([userInput])
        if let input = block[connector.name]?.object {
            message[connector.name] = .object(OAuthConnectorInput.message(input))
        }
        for (name, value) in block.picked(schemas) { message[name] = value }
        return message.mapValues(\.withoutOwnNulls)
    }
}

extension JSONObject {
    /// The members that fields name, in their order, without nulls.
    func picked(_ fields: [Field]) -> JSONObject {
        var picked = JSONObject()
        for field in fields {
            guard let value = self[field.name], !value.isNull else { continue }
            picked[field.name] = value
        }
        return picked
    }
}

extension JSONValue {
    /// An object without its own nulls; those further down stay.
    var withoutOwnNulls: JSONValue { object.map { .object($0.filter { !$0.value.isNull }) } ?? self }
}
