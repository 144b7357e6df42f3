import Diagnostics
import JSON
package import Jinja
package import Manifest
import Synchronization
import Text

/// Signs requests with a user name and a password, after RFC 7617.
///
/// Manifest type `BasicHttpAuthenticator`. Adds `Authorization: Basic <base64 of user:password>`. Both templates are
/// evaluated as literals and printed as text, so a password `1.50` is sent as `1.5`.
package final class BasicHttpAuthenticator: Authenticator {
    package static let typeName = "BasicHttpAuthenticator"
    package static let summary = "Signs requests with a user name and a password."

    private static let username = Field.required("username", .template(reads: .config), "The user name.")
    private static let password = Field("password", .template(reads: .config), default: "", "The password.")
    package static let fields = [username, password]

    private let username: TemplateText
    private let password: TemplateText
    /// What was encoded last: it mostly is the same for all requests.
    private let last = Mutex<(plain: String, encoded: String)>(("", ""))

    package init(_ reader: ComponentReader) throws {
        username = try reader.template(Self.username)
        password = try reader.template(Self.password)
    }

    package func credentials(in scope: Scope, context: RunContext) throws -> RequestParts {
        let password = try password.text(in: scope)
        let encoded = encoded(try username.text(in: scope) + ":" + password)
        context.secrets.add(password)
        context.secrets.add(encoded)
        return RequestParts(authorization: "Basic " + encoded)
    }

    private func encoded(_ plain: String) -> String {
        last.withLock { last in
            if last.plain != plain { last = (plain, Base64.encode(Array(plain.utf8))) }
            return last.encoded
        }
    }
}
