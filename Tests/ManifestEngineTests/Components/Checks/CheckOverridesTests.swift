import Config
import Diagnostics
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("CheckOverrides")
struct CheckOverridesTests {
    private func session(
        _ overrides: String,
        config: JSONObject = ["key": "s3cret"],
        authenticator: String = "",
        transport: StubTransport,
        messages: MessageRecorder = MessageRecorder(),
        secrets: SecretMask = SecretMask()
    ) throws -> EngineSession {
        let stream = ManifestSample.stream("items").replacing(
            "url: \"http://api/items\"",
            with: "url: \"http://api/items\", request_parameters: {k: \"{{ config['key'] }}\"}\(authenticator)"
        )
        let text = ManifestSample.text(
            check: "check: {type: CheckStream, stream_names: [items], config_overrides: {\(overrides)}}",
            streams: [stream, ManifestSample.stream("others")]
        )
        return try EngineSession(
            manifest: Manifest.load(Array(text.utf8), name: "m.yaml"),
            config: ConfigInput(config),
            transport: transport,
            clock: TestClock("2026-09-10T12:00:00Z"),
            messages: messages,
            secrets: secrets
        )
    }

    @Test("replace values in a check, and are hidden like those of the configuration")
    func replaced() async throws {
        let transport = StubTransport([StreamSample.page([["id": 1]])])
        let secrets = SecretMask()
        let session = try session("key: other, more: 1", transport: transport, secrets: secrets)
        #expect(try await session.check() == nil)
        #expect(transport.seen.map(\.request.url) == ["http://api/items?k=other"])
        #expect(secrets.masked("other") == "****")
    }

    @Test("a value that the spec does not declare is a warning")
    func unknown() async throws {
        let messages = MessageRecorder()
        let transport = StubTransport([StreamSample.page([["id": 1]])])
        _ = try await session("keys: other", transport: transport, messages: messages).check()
        #expect(messages.logs.contains { $0.contains("sets 'keys', which the spec does not declare") })
    }

    @Test(
        "some fail every check",
        arguments: [
            ("__airbyte_x: 1", "", "'__airbyte_x'"),
            (
                "key: other",
                """
                , authenticator: {type: OAuthAuthenticator, token_refresh_endpoint: "http://api/t", \
                refresh_token: r, client_id: i, client_secret: s, refresh_token_updater: {}}
                """,
                "'refresh_token_updater'"
            ),
        ]
    )
    func refused(_ overrides: String, _ authenticator: String, _ text: String) async throws {
        let session = try session(overrides, authenticator: authenticator, transport: StubTransport([]))
        let failure = await #expect(throws: EngineFailure.self) { try await session.check() }
        #expect(failure?.message.contains(text) == true)
        #expect(failure?.type == .system)
    }

    @Test(
        "the configuration may name other streams for the check",
        arguments: [(["others"], "http://api/others"), ([], "http://api/items?k=s3cret")] as [(JSONValue, String)]
    )
    func names(_ names: JSONValue, _ url: String) async throws {
        let transport = StubTransport([["response": ["body": ["items": [["id": 1]]]]]])
        let config: JSONObject = ["key": "s3cret", "__airbyte_check_stream_names": names]
        #expect(try await session("", config: config, transport: transport).check() == nil)
        #expect(transport.seen.map(\.request.url) == [url])
    }
}
