import Dates
import Diagnostics
import JSON
package import Jinja
package import Manifest

/// Logs in with a request, and signs with the token in its response.
///
/// Manifest type `SessionTokenAuthenticator`. With `expiration_duration` a login serves all requests of the stream until
/// the duration is over; without one each request logs in anew. A 401 does not lead to another login.
package struct SessionTokenAuthenticator: Component, Authenticator {
    package static let typeName = "SessionTokenAuthenticator"
    package static let summary = "Logs in with a request, and signs with the token in its response."
    package static let details = """
        With `expiration_duration` a login serves all requests of its stream until the duration is over; without it \
        each request logs in anew. A 401 does not lead to another login: `error_handler` may retry it.
        """
    package static let example = """
        type: SessionTokenAuthenticator
        login_requester:
          type: HttpRequester
          url: https://api.example.com/session
          http_method: POST
          request_body_json:
            username: "{{ config['username'] }}"
            password: "{{ config['password'] }}"
        session_token_path: [id]
        expiration_duration: PT1H
        request_authentication:
          type: ApiKey
          inject_into:
            type: RequestOption
            inject_into: header
            field_name: X-Session
        """

    private static let requesterField = Field.required(
        "login_requester",
        .component(ComponentRegistry.requesters, default: "HttpRequester"),
        "The request that logs in."
    )
    private static let pathField = Field.required(
        "session_token_path",
        .list(.string),
        "Path to the token in the response."
    )
    private static let durationField = Field(
        "expiration_duration",
        .string(.duration),
        "How long a token is good for, in ISO 8601, such as PT1H."
    )
    private static let decoderField = Field(
        "decoder",
        .component(ComponentRegistry.decoders),
        default: ["type": "JsonDecoder"],
        "How the response is read."
    )
    package static let fields = [
        requesterField, pathField, durationField, SessionTokenUse.field, decoderField,
    ]

    private let requester: any Requester
    private let path: [String]
    private let duration: ISO8601Duration?
    private let use: SessionTokenUse
    private let decoder: any Decoder
    /// Tells the token from those of other streams.
    private let identity: String

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] { SessionTokenUse.faults(in: mapping) }

    package init(_ reader: ComponentReader) throws {
        let login = reader.named("\(reader.source.streamName)_login_requester")
        requester = try login.component(Self.requesterField, ComponentRegistry.requesters)
        path = reader.strings(Self.pathField)
        duration = try reader.optionalString(Self.durationField).map(ISO8601Duration.parse)
        use = try SessionTokenUse(reader)
        decoder = try reader.component(Self.decoderField, ComponentRegistry.decoders)
        identity = "\(Self.typeName) \(reader.source.streamName) \(reader.path)"
    }

    package func credentials(in scope: Scope, run: SourceRun) async throws -> RequestParts {
        let token: String
        if let duration {
            let issued = try await run.context.tokens.token(of: identity) { stored in
                stored.flatMap { $0.hasExpired(at: run.context.clock.now()) ? nil : $0 }
            } refresh: { _ in
                let text = try await login(run)
                return IssuedToken(text, expires: try run.context.clock.now().adding(duration))
            }
            token = issued.text
        } else {
            token = try await login(run)
        }
        return try use.credentials(with: token, in: scope, run.context)
    }

    /// Sends the login request.
    ///
    /// - Returns: the token in its response.
    private func login(_ run: SourceRun) async throws -> String {
        let sent = try await run.requests(of: requester).send(
            in: run.context.makeScope(),
            run: run,
            pathToken: nil,
            injected: RequestParts(),
            wantsPieces: false
        )
        let body = try decoder.decode(sent.response, recordDepth: 1).bodies.first ?? .null
        let found = DpathGlob.values(path, in: body)
        guard let token = found.first, found.count == 1, !token.isNull else {
            let what = found.count > 1 ? "\(found.count) values" : "no session token"
            throw EngineFailure(
                .system,
                "The response to the login request has \(what) at '\(path.joined(separator: "."))' (session_token_path)."
            )
        }
        let text = token.pythonText
        run.context.secrets.add(text)
        return text
    }
}
