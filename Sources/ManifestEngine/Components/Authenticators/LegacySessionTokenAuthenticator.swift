import Dates
import Diagnostics
import HTTP
import JSON
package import Jinja
package import Manifest

/// Signs with a session token of the configuration, or with one of a login by user name and password.
///
/// Manifest type `LegacySessionTokenAuthenticator`. Both addresses are added to the `url_base` of the requester as they
/// stand.
package struct LegacySessionTokenAuthenticator: Component, Authenticator {
    package static let typeName = "LegacySessionTokenAuthenticator"
    package static let summary = "Signs with a session token of the configuration, or with one of a login."
    package static let details = """
        A token of the configuration is checked before each request. Where there is none, or the API refuses it, a login \
        with `username` and `password` gives one, which serves a day. Newer manifests use `SessionTokenAuthenticator`.
        """
    package static let example = """
        type: LegacySessionTokenAuthenticator
        header: X-Session
        login_url: session
        session_token_response_key: id
        validate_session_url: user/current
        session_token: "{{ config['session_token'] }}"
        username: "{{ config['username'] }}"
        password: "{{ config['password'] }}"
        """

    private static let headerField = Field.required("header", .template(reads: .config), "Name of the header.")
    private static let loginField = Field.required(
        "login_url",
        .template(reads: .config),
        "Path of the login, below the address of the requester."
    )
    private static let keyField = Field.required(
        "session_token_response_key",
        .template(reads: .config),
        "Name of the token in the response to the login."
    )
    private static let validationField = Field.required(
        "validate_session_url",
        .template(reads: .config),
        "Path that shows whether a token is good, below the address of the requester."
    )
    private static let tokenField = Field("session_token", .template(reads: .config), "A token that the user has.")
    private static let nameField = Field("username", .template(reads: .config), "The user name.")
    private static let passwordField = Field("password", .template(reads: .config), "The password.")
    package static let fields = [
        headerField, loginField, keyField, validationField, tokenField, nameField, passwordField,
    ]

    /// How long the token of a login is good for.
    private static func lifetime() throws -> TimeDelta { try TimeDelta(days: 1) }

    private let base: TemplateText?
    private let header: TemplateText
    private let loginPath: TemplateText
    private let key: TemplateText
    private let validationPath: TemplateText
    private let token: TemplateText?
    private let name: TemplateText?
    private let password: TemplateText?

    package init(_ reader: ComponentReader) throws {
        base = reader.source.requestBase
        header = try reader.template(Self.headerField)
        loginPath = try reader.template(Self.loginField)
        key = try reader.template(Self.keyField)
        validationPath = try reader.template(Self.validationField)
        token = try reader.optionalTemplate(Self.tokenField)
        name = try reader.optionalTemplate(Self.nameField)
        password = try reader.optionalTemplate(Self.passwordField)
    }

    package func credentials(in scope: Scope, run: SourceRun) async throws -> RequestParts {
        var parts = RequestParts()
        parts.headers[try header.text(in: scope)] = .string(try await validToken(in: scope, run.context))
        return parts
    }

    private func validToken(in scope: Scope, _ context: RunContext) async throws -> String {
        if let token = try token?.text(in: scope), !token.isEmpty {
            context.secrets.add(token)
            if try await isAccepted(token, in: scope, context) { return token }
        }
        let name = try name?.text(in: scope) ?? ""
        let password = try password?.text(in: scope) ?? ""
        guard !name.isEmpty, !password.isEmpty else {
            throw EngineFailure(
                .system,
                "There is no valid session token, and no user name and password to log in with.",
                detail: "Set the session token of the configuration, or 'username' and 'password'."
            )
        }
        let address = try address(loginPath, in: scope)
        let key = try key.text(in: scope)
        let owner = "\(Self.typeName) \(address) \(name) \(password)"
        let issued = try await context.tokens.token(of: owner) { stored in
            stored.flatMap { $0.hasExpired(at: context.clock.now()) ? nil : $0 }
        } refresh: { _ in
            let text = try await logIn(at: address, name, password, key: key, context)
            return IssuedToken(text, expires: try context.clock.now().adding(Self.lifetime()))
        }
        return issued.text
    }

    private func address(_ path: TemplateText, in scope: Scope) throws -> String {
        "\(try base?.text(in: scope) ?? "")\(try path.text(in: scope))"
    }

    // MARK: Requests

    private func isAccepted(_ token: String, in scope: Scope, _ context: RunContext) async throws -> Bool {
        var headers = HTTPHeaderList()
        headers.append(try header.text(in: scope), token)
        let url = try address(validationPath, in: scope)
        let response = try await send(HTTPRequest(method: "GET", url: url, headers: headers), context)
        if response.status == 401 { return false }
        guard response.status < 400 else { throw Self.refusal("check of the session token", response) }
        return true
    }

    private func logIn(
        at address: String,
        _ name: String,
        _ password: String,
        key: String,
        _ context: RunContext
    ) async throws -> String {
        var headers = HTTPHeaderList()
        headers.append("Content-Type", "application/json")
        let body = Bytes()
        try body.appendPythonJSON(["username": .string(name), "password": .string(password)])
        let request = HTTPRequest(method: "POST", url: address, headers: headers, body: Array(body.buffer))
        let response = try await send(request, context)
        guard response.status < 400 else { throw Self.refusal("login", response) }
        var found: JSONValue?
        do throws(JSONError) { found = JSONValue.view(try response.document(indexDepth: 1).root)[key] } catch {
            throw EngineFailure(.system, "The response to the login is not JSON: \(error).")
        }
        guard let found, !found.isNull else {
            throw EngineFailure(
                .system,
                "The response to the login has no '\(key)' (session_token_response_key)."
            )
        }
        context.secrets.add(found.pythonText)
        return found.pythonText
    }

    private func send(_ request: HTTPRequest, _ context: RunContext) async throws -> HTTPResponse {
        let trace = RequestTrace(context, "session", request, attempt: 1)
        do throws(TransportError) {
            let response = try await context.transport.send(request)
            trace?.received(.response(response, request: request))
            return response
        } catch {
            try Task.checkCancellation()
            throw EngineFailure(
                error.kind.failureType,
                "The session cannot be opened: \(context.secrets.masked(error.message))"
            )
        }
    }

    private static func refusal(_ what: String, _ response: HTTPResponse) -> EngineFailure {
        EngineFailure(.system, "The \(what) was refused with status \(response.status).")
    }
}
