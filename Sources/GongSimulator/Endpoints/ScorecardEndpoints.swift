/// GET settings/scorecards and POST stats/activity/scorecards.
enum ScorecardEndpoints {
    static let endpoints = [
        Endpoint("GET", "/v2/settings/scorecards", scope: "api:settings:scorecards:read", settings),
        Endpoint("POST", "/v2/stats/activity/scorecards", scope: "api:stats:scorecards", answered),
    ]

    private static func settings(_ call: EndpointCall) throws(Rejection) -> SimulatorResponse {
        let renderer = ScorecardRenderer(workspace: call.workspace)
        return call.respond { object in
            object.array("scorecards") { array in
                for index in 0..<call.workspace.options.scorecards { renderer.write(index, to: &array) }
            }
        }
    }

    private static func answered(_ call: EndpointCall) throws(Rejection) -> SimulatorResponse {
        let body = try call.jsonBody()
        let filter = try AnsweredScorecardFilter(body: body)
        let digest = FilterBody.digest(of: body, path: call.request.path)
        let workspace = call.workspace
        let token = try FilterBody.text(body["cursor"])
        let place = try call.place(token, filter: digest) { workspace.answeredSeries.index(of: $0) }
        let page = Page.cut(0..<workspace.answeredCount, after: place) { index in
            let answered = workspace.answered(at: index)
            guard filter.admits(answered, in: workspace) else { return .out }
            return answered.call.isLate && !call.context.lateCallsReleased ? .pending : .listed
        }
        guard !page.rows.isEmpty else { throw .noAnsweredScorecards }
        let renderer = ScorecardRenderer(workspace: workspace)
        return call.respond(
            page,
            items: "answeredScorecards",
            filter: digest,
            lastID: { workspace.answeredSeries.identifier(at: $0) },
            row: { renderer.write(workspace.answered(at: $0), to: &$1) }
        )
    }
}

/// The filter of stats/activity/scorecards; its days are days in the company's time zone.
struct AnsweredScorecardFilter {
    let callFrom: CalendarDay?
    let callTo: CalendarDay?
    let reviewFrom: CalendarDay?
    let reviewTo: CalendarDay?
    /// `AUTOMATIC`, `MANUAL` or `BOTH`; `MANUAL` unless the client says otherwise.
    let reviewMethod: String
    let reviewedUserIDs: Set<String>?
    let scorecardIDs: Set<String>?

    private static let names: Set<String> = [
        "callFromDate", "callToDate", "reviewFromDate", "reviewToDate", "reviewMethod", "reviewedUserIds",
        "scorecardIds",
    ]

    /// Reads `filter` of a body; a day must be `YYYY-MM-DD`.
    init(body: JSONInput) throws(Rejection) {
        let filter = try FilterBody.filter(of: body, misplaced: Self.names)
        callFrom = try Self.day(filter["callFromDate"])
        callTo = try Self.day(filter["callToDate"])
        reviewFrom = try Self.day(filter["reviewFromDate"])
        reviewTo = try Self.day(filter["reviewToDate"])
        reviewMethod = try FilterBody.text(filter["reviewMethod"]) ?? "MANUAL"
        guard ["AUTOMATIC", "MANUAL", "BOTH"].contains(reviewMethod) else { throw .badRequest }
        reviewedUserIDs = try FilterBody.identifiers(filter["reviewedUserIds"]).map { Set($0) }
        scorecardIDs = try FilterBody.identifiers(filter["scorecardIds"]).map { Set($0) }
    }

    /// True when an answered scorecard passes: first days included, last days excluded.
    func admits(_ answered: AnsweredScorecard, in workspace: Workspace) -> Bool {
        let offset = workspace.options.utcOffset
        let reviewDay = answered.reviewTime.day(in: offset)
        let callDay = answered.call.started.day(in: offset)
        if let reviewFrom, reviewDay < reviewFrom { return false }
        if let reviewTo, reviewDay >= reviewTo { return false }
        if let callFrom, callDay < callFrom { return false }
        if let callTo, callDay >= callTo { return false }
        if reviewMethod != "BOTH", answered.isAutomatic != (reviewMethod == "AUTOMATIC") { return false }
        if let scorecardIDs, !scorecardIDs.contains(workspace.scorecardID(at: answered.scorecard).description) {
            return false
        }
        return reviewedUserIDs?.contains(workspace.userID(at: answered.call.primaryUser).description) ?? true
    }

    private static func day(_ input: JSONInput?) throws(Rejection) -> CalendarDay? {
        guard let text = try FilterBody.text(input) else { return nil }
        guard let day = CalendarDay(text) else { throw .badRequest }
        return day
    }
}
