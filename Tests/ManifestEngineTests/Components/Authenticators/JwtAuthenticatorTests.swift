import Diagnostics
import JSON
import ManifestEngineTesting
import Testing
import Text

@testable import ManifestEngine

@Suite("JwtAuthenticator")
struct JwtAuthenticatorTests {
    private static func credentials(_ more: String = "", config: JSONObject = ["key": "secret-key"]) throws
        -> RequestParts
    {
        let authenticator = try JwtAuthenticator(
            fields: "secret_key: \"{{ config['key'] }}\"\nalgorithm: HS256\n\(more)"
        )
        let run = TokenRun(config)
        return try authenticator.credentials(in: run.context.makeScope(), run: run.source)
    }

    private static func payload(_ parts: RequestParts) -> String {
        let token = parts.headers["Authorization"]?.string ?? ""
        let part = token.split(separator: ".")[1].replacing("-", with: "+").replacing("_", with: "/")
        let bytes = try? Base64.decode(part + String(repeating: "=", count: (4 - part.count % 4) % 4))
        return String(decoding: bytes ?? [], as: UTF8.self)
    }

    @Test(
        "says when it was made and how long it is good",
        arguments: [("", 1200), ("token_duration: 60", 60)]
    )
    func times(_ more: String, _ duration: Int) throws {
        let now = Int(TestClock().now().secondsSince1970)
        #expect(Self.payload(try Self.credentials(more)) == "{\"iat\":\(now),\"exp\":\(now + duration),\"nbf\":\(now)}")
    }

    @Test("goes into the header with its prefix, or where the manifest says")
    func places() throws {
        let parts = try Self.credentials("header_prefix: JWT")
        #expect(parts.headers["Authorization"]?.string?.hasPrefix("JWT ey") == true)
        let other = try Self.credentials(
            "request_option: {type: RequestOption, inject_into: request_parameter, field_name: t}"
        )
        #expect(other.headers.isEmpty)
        #expect(other.parameters["t"]?.string?.hasPrefix("ey") == true)
    }

    @Test(
        "says what cannot be set or signed",
        arguments: [
            ("additional_jwt_headers: {alg: none}", "'alg' cannot be set by 'additional_jwt_headers'"),
            ("additional_jwt_payload: {iss: me}", "'iss' cannot be set by 'additional_jwt_payload'"),
            ("passphrase: open", "The key of the token has a passphrase"),
        ]
    )
    func faults(_ more: String, _ message: String) {
        let failure = #expect(throws: EngineFailure.self) { try Self.credentials(more) }
        #expect(failure?.message.hasPrefix(message) == true)
    }

    @Test("finds an algorithm that nobody knows")
    func algorithm() throws {
        let faults = try JwtAuthenticator.diagnostics(yaml: "{secret_key: k, algorithm: HS1}")
        #expect(faults.map { $0.headline.contains("HS256") } == [true])
    }
}
