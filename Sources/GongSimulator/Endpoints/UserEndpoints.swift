/// GET users, GET users/{id} and POST users/extensive.
enum UserEndpoints {
    static let endpoints = [
        Endpoint("GET", "/v2/users", scope: "api:users:read", list),
        Endpoint("GET", "/v2/users/{id}", scope: "api:users:read", single),
        Endpoint("POST", "/v2/users/extensive", scope: "api:users:read", extensive),
    ]

    /// Lists all users; without a filter, so a company without users gives an empty page and no error.
    private static func list(_ call: EndpointCall) throws(Rejection) -> SimulatorResponse {
        let avatars = call.request.queryValue("includeAvatars") ?? "-"
        let digest = Digest.combine(Digest.of(call.request.path), Digest.of(avatars))
        let cursor = call.request.queryValue("cursor")
        let page = try page(call, cursor: cursor, digest: digest) { _ in true }
        return respond(call, page, digest: digest, fillsConsentPage: false)
    }

    private static func single(_ call: EndpointCall) throws(Rejection) -> SimulatorResponse {
        guard let index = call.workspace.userIndex(of: call.pathID) else {
            throw Rejection(status: 404, text: "User ID \(call.pathID) was not found")
        }
        return call.respond { object in
            object.key("user")
            UserRenderer(workspace: call.workspace, fillsConsentPage: false).write(index, to: &object)
        }
    }

    private static func extensive(_ call: EndpointCall) throws(Rejection) -> SimulatorResponse {
        let body = try call.jsonBody()
        let names: Set<String> = ["createdFromDateTime", "createdToDateTime", "includeAvatars", "userIds"]
        let filter = try FilterBody.filter(of: body, misplaced: names)
        let from = try instant(filter["createdFromDateTime"])
        let to = try instant(filter["createdToDateTime"])
        let ids = try FilterBody.identifiers(filter["userIds"]).map { Set($0) }
        let digest = FilterBody.digest(of: body, path: call.request.path)
        let page = try page(call, cursor: try FilterBody.text(body["cursor"]), digest: digest) { user in
            if let from, user.created < from { return false }
            if let to, user.created >= to { return false }
            return ids?.contains(user.id.description) ?? true
        }
        guard !page.rows.isEmpty else { throw .noUsers }
        return respond(call, page, digest: digest, fillsConsentPage: true)
    }

    private static func instant(_ input: JSONInput?) throws(Rejection) -> Instant? {
        guard let text = try FilterBody.text(input) else { return nil }
        guard let instant = Instant(iso8601: text) else { throw .badRequest }
        return instant
    }

    private static func page(
        _ call: EndpointCall,
        cursor: String?,
        digest: UInt64,
        admits: (User) -> Bool
    ) throws(Rejection) -> Page {
        let workspace = call.workspace
        let place = try call.place(cursor, filter: digest) { workspace.userSeries.index(of: $0) }
        return Page.cut(0..<workspace.options.users, after: place) {
            admits(workspace.user(at: $0)) ? .listed : .out
        }
    }

    private static func respond(
        _ call: EndpointCall,
        _ page: Page,
        digest: UInt64,
        fillsConsentPage: Bool
    ) -> SimulatorResponse {
        let renderer = UserRenderer(workspace: call.workspace, fillsConsentPage: fillsConsentPage)
        return call.respond(
            page,
            items: "users",
            filter: digest,
            lastID: { call.workspace.userID(at: $0) },
            row: { renderer.write($0, to: &$1) }
        )
    }
}
