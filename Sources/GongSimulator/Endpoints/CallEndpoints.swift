/// GET calls, GET calls/{id}, POST calls/extensive and POST calls/transcript.
enum CallEndpoints {
    static let endpoints = [
        Endpoint("GET", "/v2/calls", scope: "api:calls:read:basic", list),
        Endpoint("GET", "/v2/calls/{id}", scope: "api:calls:read:basic", single),
        Endpoint("POST", "/v2/calls/extensive", scope: "api:calls:read:extensive", extensive),
        Endpoint("POST", "/v2/calls/transcript", scope: "api:calls:read:transcript", transcript),
    ]

    private static func list(_ call: EndpointCall) throws(Rejection) -> SimulatorResponse {
        let filter = try CallFilter(query: call.request)
        let names = ["fromDateTime", "toDateTime", "workspaceId"]
        let digest = names.reduce(Digest.of(call.request.path)) {
            Digest.combine($0, Digest.of(call.request.queryValue($1) ?? "-"))
        }
        let page = try page(call, filter, cursor: call.request.queryValue("cursor"), digest: digest) { _ in true }
        let renderer = CallRenderer(workspace: call.workspace)
        return respond(call, page, items: "calls", digest: digest, bytesPerRow: 800) { renderer.write($0, to: &$1) }
    }

    private static func single(_ call: EndpointCall) throws(Rejection) -> SimulatorResponse {
        let unknown = Rejection(status: 404, text: "Call ID \(call.pathID) was not found")
        guard let index = call.workspace.callIndex(of: call.pathID) else { throw unknown }
        let found = call.workspace.call(at: index)
        guard !found.isLate || call.context.lateCallsReleased else { throw unknown }
        return call.respond { object in
            object.key("call")
            CallRenderer(workspace: call.workspace).write(found, to: &object)
        }
    }

    private static func extensive(_ call: EndpointCall) throws(Rejection) -> SimulatorResponse {
        let body = try call.jsonBody()
        let filter = try CallFilter(body: body, workspace: call.workspace)
        let digest = FilterBody.digest(of: body, path: call.request.path)
        let renderer = ExtensiveCallRenderer(
            workspace: call.workspace,
            selector: try ContentSelector(body["contentSelector"]),
            requestNumber: call.context.number,
            mayReadMedia: call.context.grants("api:calls:read:media-url")
        )
        let page = try page(call, filter, cursor: try FilterBody.text(body["cursor"]), digest: digest) { _ in true }
        let size = call.workspace.options.size.extensiveBytes * 5 / 4
        return respond(call, page, items: "calls", digest: digest, bytesPerRow: size) { renderer.write($0, to: &$1) }
    }

    private static func transcript(_ call: EndpointCall) throws(Rejection) -> SimulatorResponse {
        let body = try call.jsonBody()
        let filter = try CallFilter(body: body, workspace: call.workspace)
        let digest = FilterBody.digest(of: body, path: call.request.path)
        let page = try page(call, filter, cursor: try FilterBody.text(body["cursor"]), digest: digest) {
            $0.hasTranscript
        }
        let renderer = TranscriptRenderer(workspace: call.workspace)
        let size = call.workspace.options.size.transcriptBytes * 5 / 4
        return respond(call, page, items: "callTranscripts", digest: digest, bytesPerRow: size) {
            renderer.write($0, to: &$1)
        }
    }

    /// Cuts the page that the cursor asks for; no listed call on it is the 404 of an empty result.
    private static func page(
        _ call: EndpointCall,
        _ filter: CallFilter,
        cursor: String?,
        digest: UInt64,
        admits: (Call) -> Bool
    ) throws(Rejection) -> Page {
        let workspace = call.workspace
        let place = try call.place(cursor, filter: digest) { workspace.callSeries.index(of: $0) }
        let judge = { (index: Int) -> Page.Verdict in
            let candidate = workspace.call(at: index)
            guard admits(candidate) else { return .out }
            return filter.judge(candidate, in: workspace, lateCallsReleased: call.context.lateCallsReleased)
        }
        let page: Page
        if let indices = filter.callIndices {
            page = Page.cut(indices, after: place, judge: judge)
        } else {
            let start = place.map { $0.lastRow + 1 } ?? 0
            page = Page.cut(min(start, workspace.options.calls)..<workspace.options.calls, after: place, judge: judge)
        }
        guard !page.rows.isEmpty else { throw .noCalls }
        return page
    }

    private static func respond(
        _ call: EndpointCall,
        _ page: Page,
        items: StaticString,
        digest: UInt64,
        bytesPerRow: Int,
        row: (Call, inout JSONWriter) -> Void
    ) -> SimulatorResponse {
        let workspace = call.workspace
        return call.respond(
            page,
            items: items,
            filter: digest,
            bytesPerRow: bytesPerRow,
            lastID: { workspace.callSeries.identifier(at: $0) },
            row: { index, array in row(workspace.call(at: index), &array) }
        )
    }
}
