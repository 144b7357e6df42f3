/// Everything about a running simulator that changes.
///
/// A value: its owner does the locking.
struct SimulatorState: Sendable {
    /// What becomes of a request.
    enum Admission {
        /// The response is settled.
        case responded(SimulatorResponse)
        /// An endpoint responds; a fault may then spoil the response.
        case admitted(Endpoint, pathID: String, RequestContext, spoiledBy: Fault?)
    }

    private let options: SimulatorOptions
    private(set) var requestCount: UInt64 = 0
    private(set) var pathCounts: [String: Int] = [:]
    private(set) var statusCounts: [Int: Int] = [:]
    private(set) var faultCount = 0
    private(set) var recorded: [RecordedRequest] = []
    private var faults: FaultPlan
    private var limiter: RateLimiter
    private var tokens: TokenStore
    private var lateCallsReleased = false
    private var cursorEpoch = 0

    init(_ options: SimulatorOptions) {
        self.options = options
        faults = FaultPlan(options.faults)
        limiter = RateLimiter(options)
        tokens = TokenStore(options)
    }

    /// Counts and records a request, then decides who responds: a fault, the token endpoint, a refusal, an endpoint.
    mutating func admit(_ request: SimulatorRequest) -> Admission {
        requestCount += 1
        pathCounts["\(request.method) \(request.path)", default: 0] += 1
        if options.recordsRequests { recorded.append(RecordedRequest(request, number: requestCount)) }
        let requestID = requestID()
        let fault = faults.strike(method: request.method, path: request.path)
        if fault != nil { faultCount += 1 }
        if case .status(let status) = fault?.kind {
            let rejection = Rejection.standard(status, retryAfter: fault?.retryAfter)
            return .responded(rejection.response(requestID: requestID))
        }
        if request.path == TokenEndpoint.path {
            let response = TokenEndpoint(regionHost: options.regionHost).respond(to: request, &tokens)
            return .responded(fault?.spoil(response) ?? response)
        }
        do {
            let (endpoint, pathID) = try Endpoint.find(request)
            let context = try access(request, to: endpoint, requestID: requestID)
            return .admitted(endpoint, pathID: pathID, context, spoiledBy: fault)
        } catch {
            let response = error.response(requestID: requestID)
            return .responded(fault?.spoil(response) ?? response)
        }
    }

    /// Counts a response.
    mutating func finish(status: Int) {
        statusCounts[status, default: 0] += 1
    }

    /// Replaces the faults in force and starts counting again.
    mutating func setFaults(_ new: [Fault]) {
        faults = FaultPlan(new)
    }

    /// Makes late calls visible.
    mutating func releaseLateCalls() {
        lateCallsReleased = true
    }

    /// Makes every cursor handed out so far invalid.
    mutating func expireCursors() {
        cursorEpoch += 1
    }

    /// Makes every access token handed out so far invalid.
    mutating func revokeAccessTokens() {
        tokens.revokeAccessTokens()
    }

    /// Forgets counts, recorded requests and spent limits; tokens, faults and calls stay as they are.
    mutating func resetCounts() {
        pathCounts = [:]
        statusCounts = [:]
        faultCount = 0
        recorded = []
        limiter = RateLimiter(options)
    }

    /// Checks credentials, region host, scope and limits, in that order.
    private mutating func access(
        _ request: SimulatorRequest,
        to endpoint: Endpoint,
        requestID: String
    ) throws(Rejection) -> RequestContext {
        let scopes = try grantedScopes(request)
        if let regionHost = options.regionHost, Self.hostName(request) != regionHost.lowercased() {
            throw .unauthorized
        }
        var context = RequestContext(
            requestID: requestID,
            number: requestCount,
            lateCallsReleased: lateCallsReleased,
            cursorEpoch: cursorEpoch
        )
        context.scopes = scopes
        guard context.grants(endpoint.scope) else { throw .missingScope(endpoint.scope) }
        if let wait = limiter.admit(at: request.instant) { throw .limited(retryAfter: wait) }
        return context
    }

    /// What the credentials allow: nil, everything, for the access key.
    private func grantedScopes(_ request: SimulatorRequest) throws(Rejection) -> Set<String>? {
        switch Credentials(request) {
        case .basic(options.accessKey, options.accessKeySecret): return nil
        case .bearer(let token):
            guard let access = tokens.access(token, at: request.instant) else { throw .unauthorized }
            return access.scopes
        default: throw .unauthorized
        }
    }

    private static func hostName(_ request: SimulatorRequest) -> String {
        let host = request.header("Host") ?? ""
        return host.split(separator: ":").first.map { $0.lowercased() } ?? ""
    }

    /// Nineteen lower-case letters and digits.
    private func requestID() -> String {
        var draws = Draws(seed: options.seed, .request, Int(requestCount))
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)
        return String(decoding: (0..<19).map { _ in draws.pick(alphabet) }, as: UTF8.self)
    }
}
