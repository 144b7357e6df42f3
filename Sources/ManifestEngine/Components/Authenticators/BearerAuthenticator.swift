import Diagnostics
package import Jinja
package import Manifest

/// Signs requests with a fixed token.
///
/// Manifest type `BearerAuthenticator`. Adds `Authorization: Bearer <token>`. The template is evaluated as a literal
/// and printed as text, so a token `1e5` is sent as `100000.0`.
package struct BearerAuthenticator: Component, Authenticator {
    package static let typeName = "BearerAuthenticator"
    package static let summary = "Signs requests with a fixed token."
    package static let details = """
        Adds `Authorization: Bearer …`. The token is evaluated as a literal and printed as a string, so a token \
        `1e5` is sent as `100000.0`.
        """
    package static let example = """
        type: BearerAuthenticator
        api_token: "{{ config['api_key'] }}"
        """

    private static let apiToken = Field.required("api_token", .template(reads: .config), "The token.")
    package static let fields = [apiToken]

    private let apiToken: TemplateText

    package init(_ reader: ComponentReader) throws { apiToken = try reader.template(Self.apiToken) }

    package func credentials(in scope: Scope, run: SourceRun) throws -> RequestParts {
        let token = try apiToken.text(in: scope)
        run.context.secrets.add(token)
        return RequestParts(authorization: "Bearer \(token)")
    }

    package func settledCredentials(in scope: Scope, run: SourceRun) throws -> RequestParts? {
        apiToken.isSettled ? try credentials(in: scope, run: run) : nil
    }
}
