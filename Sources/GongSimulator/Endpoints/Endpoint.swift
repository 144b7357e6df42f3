/// An API endpoint: where it is, what it needs, and how it responds.
struct Endpoint: Sendable {
    /// Responds to an admitted request from values alone.
    typealias Handler = @Sendable (EndpointCall) throws(Rejection) -> SimulatorResponse

    let method: String
    /// The path; `{id}` as the last part matches any one part.
    let path: String
    /// The scope that a token needs.
    let scope: String
    let handle: Handler

    init(_ method: String, _ path: String, scope: String, _ handle: @escaping Handler) {
        self.method = method
        self.path = path
        self.scope = scope
        self.handle = handle
    }

    /// The list of everything that is simulated below `/v2`.
    static let all =
        UserEndpoints.endpoints + CallEndpoints.endpoints + ScorecardEndpoints.endpoints + SettingsEndpoints.endpoints

    /// Finds the endpoint of a request, exact paths before those with an id, and the id.
    static func find(_ request: SimulatorRequest) throws(Rejection) -> (endpoint: Endpoint, pathID: String) {
        var candidates = all.filter { $0.path == request.path }.map { ($0, "") }
        if candidates.isEmpty {
            candidates = all.compactMap { endpoint in endpoint.pathID(in: request.path).map { (endpoint, $0) } }
        }
        guard !candidates.isEmpty else { throw .notFound }
        guard let found = candidates.first(where: { $0.0.method == request.method }) else { throw .wrongMethod }
        return found
    }

    private func pathID(in path: String) -> String? {
        let prefix = self.path.dropLast("{id}".count)
        guard self.path.hasSuffix("{id}"), path.hasPrefix(prefix) else { return nil }
        let id = path.dropFirst(prefix.count)
        return id.isEmpty || id.contains("/") ? nil : String(id)
    }
}
