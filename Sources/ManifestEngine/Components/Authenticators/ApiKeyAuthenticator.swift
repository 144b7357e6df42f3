import Diagnostics
import JSON
package import Jinja
package import Manifest

/// Puts a key into each request: a header, a parameter or a field of the body.
///
/// Manifest type `ApiKeyAuthenticator`. Exactly one of `inject_into` and the older `header`. The template is evaluated
/// as a literal and printed as text, so a key `1e5` is sent as `100000.0`.
package struct ApiKeyAuthenticator: Component, Authenticator {
    package static let typeName = "ApiKeyAuthenticator"
    package static let summary = "Puts a key into each request."
    package static let details = """
        It has exactly one of `inject_into` and the older `header`. The key is evaluated as a literal and \
        printed as a string, so a key `1e5` is sent as `100000.0`.
        """
    package static let example = """
        type: ApiKeyAuthenticator
        api_token: "{{ config['api_key'] }}"
        inject_into:
          type: RequestOption
          inject_into: header
          field_name: X-Api-Key
        """

    private static let apiToken = Field("api_token", .template(reads: .config), default: "", "The key.")
    private static let header = Field(
        "header",
        .template(reads: .config),
        "Name of a header for the key; use inject_into instead."
    )
    private static let injectInto = Field(
        "inject_into",
        .component(ComponentRegistry.requestOptions),
        "Where the key goes."
    )
    package static let fields = [apiToken, injectInto, header]

    private enum Target {
        case option(RequestOption)
        case header(TemplateText)
    }

    private let apiToken: TemplateText
    private let target: Target

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] {
        let hasOption = mapping[injectInto.name] != nil
        let hasHeader = mapping[header.name] != nil
        guard hasOption == hasHeader else { return [] }
        let message = "an ApiKeyAuthenticator has either 'inject_into' or 'header'"
        return [FieldFault(nil, message, fix: hasOption ? "remove 'header'" : "add 'inject_into' with a RequestOption")]
    }

    package init(_ reader: ComponentReader) throws {
        apiToken = try reader.template(Self.apiToken)
        if let option = try reader.optionalComponent(Self.injectInto, ComponentRegistry.requestOptions) {
            target = .option(option)
        } else {
            target = .header(try reader.template(Self.header))
        }
    }

    package func credentials(in scope: Scope, run: SourceRun) throws -> RequestParts {
        let key = try apiToken.text(in: scope)
        run.context.secrets.add(key)
        var parts = RequestParts()
        switch target {
        case .option(let option): try option.inject(.string(key), into: &parts, in: scope)
        case .header(let name): parts.headers[try name.text(in: scope)] = .string(key)
        }
        return parts
    }

    package func settledCredentials(in scope: Scope, run: SourceRun) throws -> RequestParts? {
        let names: [TemplateText] =
            switch target {
            case .option(let option): option.fieldPath
            case .header(let name): [name]
            }
        return (names + [apiToken]).allSatisfy(\.isSettled) ? try credentials(in: scope, run: run) : nil
    }
}
