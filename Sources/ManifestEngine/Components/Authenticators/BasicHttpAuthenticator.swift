import Diagnostics
import JSON
package import Jinja
package import Manifest
import Text

/// Signs requests with a user name and a password, after RFC 7617.
///
/// Manifest type `BasicHttpAuthenticator`. Adds `Authorization: Basic <base64 of user:password>`. Both templates are
/// evaluated as literals and printed as text, so a password `1.50` is sent as `1.5`.
package struct BasicHttpAuthenticator: Component, Authenticator {
    package static let typeName = "BasicHttpAuthenticator"
    package static let summary = "Signs requests with a user name and a password."
    package static let details = """
        Adds `Authorization: Basic …`. Both templates are evaluated as literals and printed as strings, so a \
        password `1.50` is sent as `1.5`.
        """
    package static let example = """
        type: BasicHttpAuthenticator
        username: "{{ config['access_key'] }}"
        password: "{{ config['access_key_secret'] }}"
        """

    private static let username = Field.required("username", .template(reads: .config), "The user name.")
    private static let password = Field("password", .template(reads: .config), default: "", "The password.")
    package static let fields = [username, password]

    private let username: TemplateText
    private let password: TemplateText

    package init(_ reader: ComponentReader) throws {
        username = try reader.template(Self.username)
        password = try reader.template(Self.password)
    }

    package func credentials(in scope: Scope, run: SourceRun) throws -> RequestParts {
        let password = try password.text(in: scope)
        let encoded = Base64.encode(Array((try username.text(in: scope) + ":" + password).utf8))
        run.context.secrets.add(password)
        run.context.secrets.add(encoded)
        return RequestParts(authorization: "Basic " + encoded)
    }

    package func settledCredentials(in scope: Scope, run: SourceRun) throws -> RequestParts? {
        username.isSettled && password.isSettled ? try credentials(in: scope, run: run) : nil
    }
}
