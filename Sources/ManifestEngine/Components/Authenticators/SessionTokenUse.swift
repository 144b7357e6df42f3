import JSON
import Jinja
import Manifest

/// Where a session token goes in requests.
///
/// The field `request_authentication` of `SessionTokenAuthenticator`.
enum SessionTokenUse: Sendable {
    case bearer
    case apiKey(RequestOption, TemplateText)

    private static let typeField = Field.required("type", .word(["ApiKey", "Bearer"]), "The kind of use.")
    private static let injectInto = Field(
        "inject_into",
        .component(ComponentRegistry.requestOptions, default: RequestOption.typeName),
        "Where an `ApiKey` goes."
    )
    private static let apiToken = Field(
        "api_token",
        .template(reads: .config.and("session_token")),
        default: "{{ session_token }}",
        "What an `ApiKey` is made of."
    )
    static let field = Field.required(
        "request_authentication",
        .object([typeField, injectInto, apiToken]),
        "How requests are signed with the token: a `Bearer` token in the header Authorization, or an `ApiKey`."
    )

    static func faults(in mapping: ManifestMapping) -> [FieldFault] {
        guard let use = mapping[field.name]?.mapping, use["type"]?.string == "ApiKey", use[injectInto.name] == nil
        else {
            return []
        }
        return [
            FieldFault(field.name, code: "missing-field", "an ApiKey needs 'inject_into'", fix: "add 'inject_into'")
        ]
    }

    init(_ reader: ComponentReader) throws {
        guard let reader = reader.object(Self.field), reader.optionalString(Self.typeField) == "ApiKey",
            let option = try reader.optionalComponent(Self.injectInto, ComponentRegistry.requestOptions)
        else {
            self = .bearer
            return
        }
        self = .apiKey(option, try reader.template(Self.apiToken))
    }

    func credentials(with token: String, in scope: Scope, _ context: RunContext) throws -> RequestParts {
        switch self {
        case .bearer: return RequestParts(authorization: "Bearer \(token)")
        case .apiKey(let option, let template):
            let scope = context.makeScope()
            scope[.sessionToken] = .string(token)
            let key = try template.text(in: scope)
            context.secrets.add(key)
            var parts = RequestParts()
            try option.inject(.string(key), into: &parts, in: scope)
            return parts
        }
    }
}
