import Synchronization

/// The paths below `/__simulator/`, which Gong does not have: they show and change the simulator itself.
///
/// They need no credentials, count towards no limit and are never recorded.
enum ControlEndpoints {
    static let prefix = "/__simulator/"

    /// Responds to a control request.
    static func respond(
        to request: SimulatorRequest,
        workspace: Workspace,
        state: borrowing Mutex<SimulatorState>
    ) -> SimulatorResponse {
        switch (request.method, request.path.dropFirst(prefix.count)) {
        case ("GET", "stats"): return stats(state.withLock { $0 }, workspace.counts())
        case ("GET", "requests"): return requests(state.withLock { $0.recorded })
        case ("POST", "faults"): return setFaults(request.bodyText, state)
        case ("POST", "release-late-calls"): state.withLock { $0.releaseLateCalls() }
        case ("POST", "expire-cursors"): state.withLock { $0.expireCursors() }
        case ("POST", "revoke-access-tokens"): state.withLock { $0.revokeAccessTokens() }
        case ("POST", "reset"): state.withLock { $0.resetCounts() }
        default: return Rejection.notFound.response(requestID: "simulator")
        }
        return done
    }

    private static var done: SimulatorResponse { SimulatorResponse(json: Array(#"{"ok":true}"#.utf8)) }

    /// Reads one fault per line; an empty body removes all faults.
    private static func setFaults(_ text: String, _ state: borrowing Mutex<SimulatorState>) -> SimulatorResponse {
        var faults: [Fault] = []
        do {
            for line in text.split(separator: "\n") { faults.append(try Fault(parsing: String(line))) }
        } catch {
            return Rejection(status: 400, text: "\(error)").response(requestID: "simulator")
        }
        state.withLock { $0.setFaults(faults) }
        return done
    }

    private static func requests(_ recorded: [RecordedRequest]) -> SimulatorResponse {
        var lines: [UInt8] = []
        for request in recorded {
            var writer = JSONWriter()
            request.writeLine(to: &writer)
            lines += writer.bytes
        }
        var response = SimulatorResponse(json: lines)
        response.headers = [HeaderField("Content-Type", "application/x-ndjson")]
        return response
    }

    private static func stats(_ state: SimulatorState, _ counts: WorkspaceCounts) -> SimulatorResponse {
        var writer = JSONWriter()
        writer.object { object in
            object.field("requests", state.statusCounts.values.reduce(0, +))
            object.field("faults", state.faultCount)
            object.object("paths") { paths in
                for (path, count) in state.pathCounts.sorted(by: { $0.key < $1.key }) {
                    paths.field(named: path, count)
                }
            }
            object.object("statuses") { statuses in
                for (status, count) in state.statusCounts.sorted(by: { $0.key < $1.key }) {
                    statuses.field(named: String(status), count)
                }
            }
            object.object("workspace") { write(counts, to: &$0) }
        }
        return SimulatorResponse(json: writer.bytes)
    }

    private static func write(_ counts: WorkspaceCounts, to object: inout JSONWriter) {
        object.field("calls", counts.calls)
        object.field("privateCalls", counts.privateCalls)
        object.field("lateCalls", counts.lateCalls)
        object.field("transcripts", counts.transcripts)
        object.field("publicTranscripts", counts.publicTranscripts)
        object.field("users", counts.users)
        object.field("manualReviews", counts.manualReviews)
        object.field("automaticReviews", counts.automaticReviews)
    }
}
