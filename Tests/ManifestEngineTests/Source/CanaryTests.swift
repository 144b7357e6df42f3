import AirbyteProtocol
import Config
import Diagnostics
import HTTP
import JSON
import JSONSchema
import ManifestEngineTesting
import TestSupport
import Testing

@testable import ManifestEngine

/// No secret shows in anything that is written, in no spelling and in no piece, whatever comes back.
@Suite("canaries")
struct CanaryTests {
    /// Where an API puts what it was sent.
    enum Channel: String, CaseIterable, Sendable {
        case errorBody, errorText, cutBody, notJSON, header, waitHeader, transport, recordText, recordValue, cursorValue
        case pageToken, tokenResponse
    }

    /// Puts a text somewhere into the response to every request.
    private struct Echo: HTTPTransport {
        let channel: Channel
        let text: String

        func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
            let quoted = JSONValue.string(text).text
            switch channel {
            case .errorBody: return response(400, #"{"error": {"message": \#(quoted), "url": "\#(request.url)"}}"#)
            case .errorText: return response(500, "<html>\(text)</html> \(request.headers["Authorization"] ?? "")")
            case .cutBody: return response(403, String(repeating: "x", count: 470) + text + " and more")
            case .notJSON: return response(200, String(repeating: "y", count: 60) + text + text)
            case .header: return response(401, "{}", headers: ["WWW-Authenticate": text, "Location": text])
            case .waitHeader: return response(429, "{}", headers: ["Retry-After": text])
            case .transport: throw TransportError(.connection, "no connection to \(text): \(request.url)")
            case .recordText: return response(200, #"{"items": [\#(quoted)]}"#)
            case .recordValue: return response(200, #"{"items": [{"a": \#(quoted), "n": 1, "at": "2026-09-01"}]}"#)
            case .cursorValue: return response(200, #"{"items": [{"at": \#(quoted), "n": "1"}]}"#)
            case .pageToken:
                let isFirst = !request.url.contains("page=")
                return response(200, isFirst ? #"{"items": [], "next": \#(quoted)}"# : "{}")
            case .tokenResponse:
                let isToken = request.method == "POST"
                return response(isToken ? 400 : 200, #"{"error": "invalid_grant", "error_description": \#(quoted)}"#)
            }
        }

        private func response(_ status: Int, _ body: String, headers: [String: String] = [:]) -> HTTPResponse {
            HTTPResponse(status: status, headers: HTTPHeaderList(headers.map { ($0.key, $0.value) }), body: Bytes(body))
        }
    }

    private static let authenticators = [
        #"{type: BearerAuthenticator, api_token: "{{ config['secret'] }}"}"#,
        #"{type: BasicHttpAuthenticator, username: user, password: "{{ config['secret'] }}"}"#,
        #"{type: ApiKeyAuthenticator, api_token: "{{ config['secret'] }}", inject_into: "#
            + "{type: RequestOption, inject_into: request_parameter, field_name: key}}",
        #"{type: ApiKeyAuthenticator, api_token: "{{ config['secret'] }}", inject_into: "#
            + "{type: RequestOption, inject_into: header, field_name: X-Own}}",
        #"{type: OAuthAuthenticator, token_refresh_endpoint: "http://api/token", client_id: id, "#
            + #"client_secret: "{{ config['secret'] }}", refresh_token: "{{ config['secret'] }}"}"#,
        #"{type: JwtAuthenticator, algorithm: HS256, secret_key: "{{ config['secret'] }}"}"#,
        #"{type: LegacySessionTokenAuthenticator, header: X, login_url: login, session_token_response_key: id, "#
            + #"validate_session_url: me, username: user, password: "{{ config['secret'] }}"}"#,
        #"{type: SessionTokenAuthenticator, session_token_path: [id], login_requester: {url: "http://api/login", "#
            + #"http_method: POST, request_body_json: {password: "{{ config['secret'] }}"}}, "#
            + "request_authentication: {type: Bearer}}",
        #"{type: RateLimitedMultipleTokenAuthenticator, tokens: "{{ config['secret'] }}", quota_status_source: "#
            + #"{type: QuotaStatusSource, url: "http://api/limits"}, quotas: [{type: TokenQuota, name: all, "#
            + "remaining_path: [items], reset_path: [items]}]}",
        #"{type: SelectiveAuthenticator, authenticator_selection_path: [secret], authenticators: "#
            + "{other: {type: NoAuth}}}",
    ]

    @Test("every authenticator is among those that are tried")
    func complete() {
        for type in ComponentRegistry.authenticators.native {
            #expect(Self.authenticators.contains { $0.contains("type: \(type.typeName)") }, "\(type.typeName)")
        }
    }

    private static func manifest(_ authenticator: String) -> String {
        """
        version: 6.48.6
        type: DeclarativeSource
        check: {type: CheckStream, stream_names: [items]}
        spec:
          connection_specification:
            type: object
            properties: {secret: {type: string, airbyte_secret: true}}
        streams:
          - type: DeclarativeStream
            name: items
            incremental_sync:
              type: DatetimeBasedCursor
              cursor_field: at
              datetime_format: "%Y-%m-%d"
              start_datetime: "2026-09-01"
            schema_loader: {type: InlineSchemaLoader, schema: {type: object}}
            retriever:
              type: SimpleRetriever
              partition_router:
                type: ListPartitionRouter
                values: ["{{ config['secret'] }}"]
                cursor_field: part
                request_option: {type: RequestOption, inject_into: request_parameter, field_name: part}
              requester:
                type: HttpRequester
                url_base: http://api/
                path: items
                request_headers: {X-Static: "{{ config['secret'] }}"}
                authenticator: \(authenticator)
                error_handler:
                  type: DefaultErrorHandler
                  max_retries: 1
                  backoff_strategies: [{type: WaitTimeFromHeader, header: Retry-After}]
                  response_filters:
                    - type: HttpResponseFilter
                      http_codes: [400, 401]
                      action: FAIL
                      error_message: "Refused: {{ response }} {{ headers['WWW-Authenticate'] }}"
              record_selector:
                type: RecordSelector
                extractor: {type: DpathExtractor, field_path: [items]}
                record_filter: {type: RecordFilter, condition: "{{ record['n'] > 0 and record['a'] / 2 > 1 }}"}
              paginator:
                type: DefaultPaginator
                page_token_option: {type: RequestOption, inject_into: request_parameter, field_name: page}
                pagination_strategy: {type: CursorPagination, cursor_value: "{{ response.get('next') }}"}
        """
    }

    /// All that `check` and `read` write but records, states and configurations, with debug lines and standard error.
    private static func written(_ authenticator: String, _ channel: Channel, _ text: String) async throws -> String {
        let destination = MemoryDestination()
        let lines = Notes()
        let clock = try TestClock("2026-09-03T12:00:00Z", movesOn: false)
        let secrets = SecretMask()
        let output = MessageOutput(
            to: destination,
            clock: clock,
            secrets: secrets,
            lowestLevel: .debug,
            logs: { _, text in lines.add(text) }
        )
        let session = try EngineSession(
            manifest: Manifest.load(Array(manifest(authenticator).utf8), name: "manifest.yaml"),
            config: ConfigInput(["secret": .string(Canary.text)]),
            transport: Echo(channel: channel, text: text),
            clock: clock,
            messages: output,
            secrets: secrets
        )
        let progress = ReadProgress(["items"])
        let streams = session.source.candidates
        let reader = SourceReader(run: try session.makeRun(), output: output, progress: progress)
        let failures = await reader.read(StreamChoice.Choice(selections: streams.map { StreamSelection($0) }))
        if let check = try await session.check() { output.log(.error, check) }
        output.flush()
        let messages = destination.lines.filter { line in
            !["RECORD", "STATE", "CONTROL"].contains { line.contains(#""type":"\#($0)""#) }
        }
        // As the commands print them.
        let told = failures.map { secrets.masked("\($0.failure.message)\n\($0.failure.detail ?? "")") }
        let drawn = progress.current.map { secrets.masked($0.slice.summary) }
        return (messages + told + drawn + lines.lines).joined(separator: "\n")
    }

    @Test("come back through every channel in every spelling and stay hidden", arguments: Channel.allCases)
    func channels(_ channel: Channel) async throws {
        let canary = Canary()
        let first = Channel.allCases.firstIndex(of: channel) ?? 0
        for (place, spelling) in canary.spellings.enumerated() {
            let authenticator = Self.authenticators[(first + place) % Self.authenticators.count]
            let written = try await Self.written(authenticator, channel, spelling.text)
            #expect(written.count > 500)
            let leaks = canary.leaks(in: written)
            #expect(leaks.isEmpty, "\(spelling.name), \(authenticator): \(leaks.prefix(3))")
        }
    }

    @Test("are hidden wherever a body is cut", arguments: 440..<510)
    func cut(_ padding: Int) async throws {
        let canary = Canary()
        let text = String(repeating: "x", count: padding - 440) + canary.secret
        let written = try await Self.written(Self.authenticators[0], .cutBody, text)
        #expect(canary.leaks(in: written).isEmpty)
        #expect(!written.contains("xCa"))
    }

    @Test("are hidden in what is said about a configuration", arguments: Canary().spellings.map(\.text))
    func faults(_ text: String) throws {
        let schema: JSONValue = [
            "oneOf": [["properties": ["secret": ["airbyte_secret": true, "enum": ["a"]]], "required": ["other"]]]
        ]
        let config: JSONObject = ["secret": .string(Canary.text), "secert": .string(text)]
        let mask = SecretMask(Secrets.values(of: schema, in: .object(config)))
        let fault = JSONSchemaValidator(schema).bestMatch(.object(config))
        let told = mask.masked("\(fault?.message ?? "") \(text)")
        #expect(Canary().leaks(in: told).isEmpty)
    }
}
