import Testing

@testable import GongSimulator

struct ScorecardEndpointsTests {
    private func client(offset: Int = -420, automatic: Double = 0.3) -> SimulatorClient {
        SimulatorClient {
            $0.utcOffset = UTCOffset(minutes: offset)
            $0.automaticReviewShare = automatic
        }
    }

    @Test func unfilteredScorecardsMayBeNone() {
        let none = SimulatorClient { $0.scorecards = 0 }.get("/v2/settings/scorecards")
        #expect(none.status == 200)
        #expect(none.json?["scorecards"] == .array([]))
        #expect(none.json?["records"] == nil)
        let some = SimulatorClient { $0.scorecards = 4 }.get("/v2/settings/scorecards?limit=1")
        #expect(some.rows("scorecards").count == 4)
        #expect(some.rows("scorecards").allSatisfy { $0["questions"]?[0]?["minRange"]?.text == "1" })
    }

    @Test(arguments: [("", ["MANUAL"]), ("MANUAL", ["MANUAL"]), ("AUTOMATIC", ["AUTOMATIC"])])
    func theReviewMethodIsManualUnlessTold(method: String, expected: [String]) {
        let filter = method.isEmpty ? "" : #""reviewMethod":"\#(method)""#
        let rows = client().post(Path.answered, #"{"filter":{\#(filter)}}"#).rows("answeredScorecards")
        #expect(Set(rows.compactMap { $0["reviewMethod"]?.text }) == Set(expected))
    }

    @Test func bothReviewMethodsTogether() {
        let client = client()
        let counts = client.core.workspace.counts()
        let answer = client.post(Path.answered, #"{"filter":{"reviewMethod":"BOTH"}}"#)
        #expect(answer.json?["records"]?["totalRecords"]?.integer == counts.manualReviews + counts.automaticReviews)
        let automatic = answer.rows("answeredScorecards").filter { $0["reviewMethod"]?.text == "AUTOMATIC" }
        #expect(!automatic.isEmpty)
        #expect(automatic.allSatisfy { $0["reviewerUserId"] == .null })
    }

    @Test(arguments: [-420, 0, 120, 840])
    func daysAreDaysOfTheCompany(offset: Int) throws {
        let client = client(offset: offset, automatic: 0)
        let workspace = client.core.workspace
        let zone = UTCOffset(minutes: offset)
        let answered = workspace.answered(at: 11)
        let parts = answered.reviewTime.day(in: zone).parts
        let next = CalendarDay(number: answered.reviewTime.day(in: zone).number + 1).parts
        func day(_ parts: (year: Int, month: Int, day: Int)) -> String {
            let (month, day) = (parts.month, parts.day)
            return "\(parts.year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
        }
        let filter = #""reviewFromDate":"\#(day(parts))","reviewToDate":"\#(day(next))""#
        let rows = client.post(Path.answered, #"{"filter":{\#(filter)}}"#).rows("answeredScorecards")
        let expected = (0..<200).map { workspace.answered(at: $0) }
            .filter { $0.reviewTime.day(in: zone) == answered.reviewTime.day(in: zone) }
        #expect(rows.compactMap { $0["answeredScorecardId"]?.text } == expected.map(\.id.description))
        #expect(rows.allSatisfy { $0["reviewTime"]?.text?.hasPrefix(day(parts)) == true })
        let sameDay = #""reviewFromDate":"\#(day(parts))","reviewToDate":"\#(day(parts))""#
        let empty = client.post(Path.answered, #"{"filter":{\#(sameDay)}}"#)
        #expect(empty.status == 404)
        #expect(empty.errorText == EmptyText.answered)
    }

    @Test(arguments: [
        #"{"reviewFromDate":"2026-01-01"}"#, #"{"filter":{"reviewFromDate":"2026-01-01T00:00:00Z"}}"#,
        #"{"filter":{"reviewMethod":"manual"}}"#, #"{"filter":{"callFromDate":"2026-02-30"}}"#,
    ])
    func badFiltersAreBadRequests(body: String) {
        #expect(client().post(Path.answered, body).status == 400)
    }

    @Test func idsNarrowTheList() {
        let client = client()
        let id = client.core.workspace.scorecardID(at: 2).description
        let rows = client.post(Path.answered, #"{"filter":{"scorecardIds":[\#(id)]}}"#).rows("answeredScorecards")
        #expect(!rows.isEmpty)
        #expect(rows.allSatisfy { $0["scorecardId"]?.text == id })
    }

    @Test func pagesByCursorInTheBody() {
        let pages = client(automatic: 0).pages(posting: Path.answered, members: #""filter":{},"limit":100"#)
        #expect(pages.map { $0["answeredScorecards"]?.elements.count } == [100, 100])
        let keys = pages.flatMap { $0["answeredScorecards"]?.elements ?? [] }
            .compactMap { $0["answeredScorecardId"]?.text }
        #expect(Set(keys).count == 200)
    }
}
