import Synchronization

/// The simulator without its sockets: requests in, responses out.
///
/// Tests of endpoints call this directly. Only the small changing state sits behind a lock; pages are written outside.
package final class SimulatorCore: Sendable {
    /// The invented company.
    package let workspace: Workspace
    private let state: Mutex<SimulatorState>

    /// Makes a simulator with the company that the options describe.
    package init(_ options: SimulatorOptions) {
        workspace = Workspace(options)
        state = Mutex(SimulatorState(workspace.options))
    }

    /// Responds to one request.
    package func respond(to request: SimulatorRequest) -> SimulatorResponse {
        if request.path.hasPrefix(ControlEndpoints.prefix) {
            return ControlEndpoints.respond(to: request, workspace: workspace, state: state)
        }
        var response =
            switch state.withLock({ $0.admit(request) }) {
            case .responded(let response): response
            case .admitted(let endpoint, let pathID, let context, let fault):
                serve(endpoint, pathID: pathID, context, fault: fault, request)
            }
        response.delayMilliseconds += workspace.options.latencyMilliseconds
        state.withLock { $0.finish(status: response.status) }
        return workspace.options.gzip ? Gzip.encode(response, for: request) : response
    }

    /// The requests received so far, when they are recorded.
    ///
    /// Control requests are not among them.
    package func requests() -> [RecordedRequest] { state.withLock { $0.recorded } }

    /// Replaces the faults in force.
    package func setFaults(_ faults: [Fault]) { state.withLock { $0.setFaults(faults) } }

    /// Makes late calls visible.
    package func releaseLateCalls() { state.withLock { $0.releaseLateCalls() } }

    /// Makes every cursor handed out so far invalid.
    package func expireCursors() { state.withLock { $0.expireCursors() } }

    /// Makes every access token handed out so far invalid.
    package func revokeAccessTokens() { state.withLock { $0.revokeAccessTokens() } }

    /// Forgets counts, recorded requests and spent limits.
    package func resetCounts() { state.withLock { $0.resetCounts() } }

    private func serve(
        _ endpoint: Endpoint,
        pathID: String,
        _ context: RequestContext,
        fault: Fault?,
        _ request: SimulatorRequest
    ) -> SimulatorResponse {
        let call = EndpointCall(request: request, context: context, workspace: workspace, pathID: pathID)
        var response: SimulatorResponse
        do {
            response = try endpoint.handle(call)
            response.trace(context.requestID)
        } catch {
            response = error.response(requestID: context.requestID)
        }
        return fault?.spoil(response) ?? response
    }
}
