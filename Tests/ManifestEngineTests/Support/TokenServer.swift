import Diagnostics
import HTTP
import JSON
import ManifestEngine
import ManifestEngineTesting
import Synchronization

/// A token endpoint that responds from a script and keeps the requests; the last response is repeated.
final class TokenServer: HTTPTransport {
    enum Response: Sendable {
        case json(Int, String)
        case fault(TransportError.Kind)
    }

    private let script: Mutex<[Response]>
    private let log = Mutex<[HTTPRequest]>([])

    init(_ responses: Response...) { script = Mutex(responses) }
    init(script responses: [Response]) { script = Mutex(responses) }

    var requests: [HTTPRequest] { log.withLock { $0 } }
    /// The bodies it was sent, as text.
    var forms: [String] { requests.map { String(decoding: $0.body ?? [], as: UTF8.self) } }

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        log.withLock { $0.append(request) }
        // Others get their turn while this request is under way.
        for _ in 0..<20 { await Task.yield() }
        let response = script.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
        switch response {
        case .json(let status, let body): return HTTPResponse(status: status, body: Bytes(body))
        case .fault(let kind): throw TransportError(kind, "no route to secret-host for cs-secret")
        }
    }
}

/// All that an authenticator needs to run.
struct TokenRun {
    let server: TokenServer
    let clock = TestClock()
    let messages = MessageRecorder()
    let context: RunContext
    let source: SourceRun

    init(
        _ config: JSONObject = [:],
        _ server: TokenServer = TokenServer(.json(500, "{}")),
        store: (any ConfigStore)? = nil,
        secrets: SecretMask = SecretMask()
    ) {
        self.server = server
        context = RunContext(
            config: config,
            transport: server,
            clock: clock,
            messages: messages,
            secrets: secrets,
            configStore: store
        )
        source = SourceRun(context: context)
    }

    /// The header `Authorization` that an authenticator gives.
    func authorization(_ authenticator: some Authenticator) async throws -> String? {
        try await authenticator.credentials(in: context.makeScope(), run: source).headers["Authorization"]?.string
    }

    /// The failure of an authenticator.
    func failure(_ authenticator: some Authenticator) async -> EngineFailure? {
        do {
            _ = try await authorization(authenticator)
            return nil
        } catch {
            return .from(error)
        }
    }
}
