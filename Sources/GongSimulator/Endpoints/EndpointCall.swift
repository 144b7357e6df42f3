/// A request that has passed access checks, with everything that an endpoint needs for its response.
struct EndpointCall {
    let request: SimulatorRequest
    let context: RequestContext
    let workspace: Workspace
    /// The id in the path, for endpoints that have one.
    let pathID: String

    /// Reads the JSON body of a POST; an empty body counts as `{}`.
    func jsonBody() throws(Rejection) -> JSONInput {
        guard request.header("Content-Type")?.lowercased().hasPrefix("application/json") == true else {
            throw .wrongContentType
        }
        guard !request.body.isEmpty else { return .object([:]) }
        guard let body = JSONInput(request.body), case .object = body else { throw .badRequest }
        return body
    }

    /// Reads a cursor and checks expiry and that it belongs to this filter; nil text means the first page.
    func place(
        _ token: String?,
        filter: UInt64,
        row: (UInt64) -> Int?
    ) throws(Rejection) -> (total: Int, number: Int, lastRow: Int)? {
        guard let token, !token.isEmpty else { return nil }
        guard let cursor = Cursor(token: token, seed: workspace.options.seed),
            cursor.filter == filter, cursor.epoch == context.cursorEpoch,
            request.instant.seconds < cursor.expiry, let lastRow = row(cursor.lastID)
        else { throw .badCursor }
        return (cursor.total, cursor.pageNumber, lastRow)
    }

    /// Writes the envelope `requestId`, `records` and the rows of a page.
    func respond(
        _ page: Page,
        items: StaticString,
        filter: UInt64,
        bytesPerRow: Int = 1_000,
        lastID: (Int) -> Identifier,
        row: (Int, inout JSONWriter) -> Void
    ) -> SimulatorResponse {
        var writer = JSONWriter(capacity: 512 + page.rows.count * bytesPerRow)
        writer.object { object in
            object.field("requestId", context.requestID)
            object.object("records") { records in
                records.field("totalRecords", page.total)
                records.field("currentPageSize", page.rows.count)
                records.field("currentPageNumber", page.number)
                if page.hasMore, let last = page.rows.last {
                    records.field("cursor", cursor(after: page, lastID: lastID(last), filter: filter))
                }
            }
            object.array(items) { array in
                for position in page.rows { row(position, &array) }
            }
        }
        return SimulatorResponse(json: writer.bytes)
    }

    /// Writes an envelope without `records`.
    func respond(_ members: (inout JSONWriter) -> Void) -> SimulatorResponse {
        var writer = JSONWriter()
        writer.object { object in
            object.field("requestId", context.requestID)
            members(&object)
        }
        return SimulatorResponse(json: writer.bytes)
    }

    private func cursor(after page: Page, lastID: Identifier, filter: UInt64) -> String {
        let cursor = Cursor(
            total: page.total,
            pageNumber: page.number + 1,
            expiry: request.instant.seconds + Int64(workspace.options.cursorLifetime),
            lastID: lastID.number,
            filter: filter,
            epoch: context.cursorEpoch
        )
        return cursor.token(seed: workspace.options.seed)
    }
}

/// What the simulator's state contributes to a response, as it was when the request was admitted.
struct RequestContext: Sendable {
    /// The id in the body and in `x-traceid`.
    let requestID: String
    /// Number of the request since the start, from 1.
    let number: UInt64
    /// True when late calls have become visible.
    let lateCallsReleased: Bool
    /// Rises when all cursors are made to expire.
    let cursorEpoch: Int
    /// What the credentials allow; nil for everything.
    var scopes: Set<String>?

    /// True when a scope is granted.
    func grants(_ scope: String) -> Bool { scopes?.contains(scope) ?? true }
}
