/// The filter of the three lists of calls.
struct CallFilter {
    let from: Instant?
    let to: Instant?
    let workspaceID: String?
    /// Positions of the calls asked for, rising; nil when all are meant.
    ///
    /// Unknown ids are left out.
    let callIndices: [Int]?
    let primaryUserIDs: Set<String>?

    private static let names: Set<String> = ["fromDateTime", "toDateTime", "workspaceId", "callIds", "primaryUserIds"]

    /// Reads query parameters; all others are ignored.
    init(query request: SimulatorRequest) throws(Rejection) {
        from = try Self.instant(request.queryValue("fromDateTime"))
        to = try Self.instant(request.queryValue("toDateTime"))
        workspaceID = request.queryValue("workspaceId")
        callIndices = nil
        primaryUserIDs = nil
    }

    /// Reads `filter` of a body; filter members at the top level are a bad request.
    init(body: JSONInput, workspace: Workspace) throws(Rejection) {
        let filter = try FilterBody.filter(of: body, misplaced: Self.names)
        from = try Self.instant(try FilterBody.text(filter["fromDateTime"]))
        to = try Self.instant(try FilterBody.text(filter["toDateTime"]))
        workspaceID = try FilterBody.text(filter["workspaceId"])
        callIndices = try FilterBody.identifiers(filter["callIds"]).map { ids in
            Set(ids.compactMap { workspace.callIndex(of: $0) }).sorted()
        }
        primaryUserIDs = try FilterBody.identifiers(filter["primaryUserIds"]).map { Set($0) }
    }

    /// Tells whether a call belongs in the list, and whether it can be seen yet.
    func judge(_ call: Call, in workspace: Workspace, lateCallsReleased: Bool) -> Page.Verdict {
        let time = call.filterTime
        if let from, time < from { return .out }
        if let to, time >= to { return .out }
        if let workspaceID, workspace.workspaceID(at: call.workspace).description != workspaceID { return .out }
        if let primaryUserIDs, !primaryUserIDs.contains(workspace.userID(at: call.primaryUser).description) {
            return .out
        }
        return call.isLate && !lateCallsReleased ? .pending : .listed
    }

    private static func instant(_ text: String?) throws(Rejection) -> Instant? {
        guard let text, !text.isEmpty else { return nil }
        guard let instant = Instant(iso8601: text) else { throw .badRequest }
        return instant
    }
}

/// Reads the `filter` object of request bodies.
enum FilterBody {
    /// The `filter` of a body, `{}` when it is missing; a name of `misplaced` beside it is a bad request.
    static func filter(of body: JSONInput, misplaced: Set<String>) throws(Rejection) -> JSONInput {
        guard case .object(let members) = body, misplaced.isDisjoint(with: members.keys) else { throw .badRequest }
        let filter = members["filter"] ?? .object([:])
        guard case .object = filter else { throw .badRequest }
        return filter
    }

    /// A string; nil when missing or null, a bad request otherwise.
    static func text(_ input: JSONInput?) throws(Rejection) -> String? {
        guard let input, input != .null else { return nil }
        guard let text = input.text else { throw .badRequest }
        return text
    }

    /// Ids as strings or numbers; nil when missing, null or empty, a bad request otherwise.
    static func identifiers(_ input: JSONInput?) throws(Rejection) -> [String]? {
        guard let input, input != .null else { return nil }
        guard case .array(let elements) = input else { throw .badRequest }
        var identifiers: [String] = []
        for element in elements {
            switch element {
            case .string(let text), .number(let text): identifiers.append(text)
            default: throw .badRequest
            }
        }
        return identifiers.isEmpty ? nil : identifiers
    }

    /// Digest of everything that must be repeated with a cursor: the whole body but for the cursor itself.
    static func digest(of body: JSONInput, path: String) -> UInt64 {
        guard case .object(var members) = body else { return Digest.of(path) }
        members["cursor"] = nil
        return Digest.combine(Digest.of(path), JSONInput.object(members).digest)
    }
}
