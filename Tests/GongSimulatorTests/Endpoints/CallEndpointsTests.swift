import Testing

@testable import GongSimulator

struct CallEndpointsTests {
    @Test func aCallHasItsTwentyMembersInOrder() throws {
        let text = SimulatorClient { $0.calls = 1 }.get(Path.calls).text
        let names = [
            "id", "url", "title", "scheduled", "started", "duration", "primaryUserId", "direction", "system", "scope",
            "media", "language", "workspaceId", "sdrDisposition", "clientUniqueId", "customData", "purpose",
            "meetingUrl", "isPrivate", "calendarEventId",
        ]
        var rest = try #require(text.split(separator: "\"calls\":", maxSplits: 1).last)
        for name in names {
            let position = try #require(rest.firstRange(of: "\"\(name)\":"), "\(name) is missing or out of order")
            rest = rest[position.upperBound...]
        }
    }

    @Test func pagesHoldAHundredRowsInOrderOfID() {
        let client = SimulatorClient { $0.calls = 250 }
        let pages = client.pages(Path.calls, parameters: "limit=7&unknown=x")
        #expect(pages.map { $0["calls"]?.elements.count } == [100, 100, 50])
        #expect(pages.map { $0["records"]?["currentPageNumber"]?.integer } == [0, 1, 2])
        #expect(pages.map { $0["records"]?["totalRecords"]?.integer } == [250, 250, 250])
        #expect(pages.last?["records"]?["cursor"] == nil)
        let ids = pages.flatMap { $0["calls"]?.elements ?? [] }.compactMap { $0["id"]?.text }
        #expect(ids == (0..<250).map { client.core.workspace.call(at: $0).id.description })
    }

    @Test func aWindowIncludesItsStartAndExcludesItsEnd() {
        let client = SimulatorClient()
        let call = client.core.workspace.call(at: 42)
        let at = client.utc(call.filterTime)
        let later = client.utc(call.filterTime.adding(seconds: 1))
        let earlier = client.utc(call.filterTime.adding(seconds: -1))
        func holds(_ from: String, _ to: String) -> Bool {
            client.get("\(Path.calls)?fromDateTime=\(from)&toDateTime=\(to)").rows("calls")
                .contains { $0["id"]?.text == call.id.description }
        }
        #expect(holds(at, later))
        #expect(!holds(earlier, at))
        #expect(!holds(later, later))
    }

    @Test func conferencesAreFilteredByTheirScheduledTime() throws {
        let client = SimulatorClient()
        let calls = (0..<500).map { client.core.workspace.call(at: $0) }
        let call = try #require(calls.first { $0.filterTime < $0.started })
        #expect(call.filterTime == call.scheduled)
        let target = "\(Path.calls)?fromDateTime=\(client.utc(call.started))"
        let listed = client.pages(Path.calls, parameters: String(target.split(separator: "?")[1]))
        let ids = listed.flatMap { $0["calls"]?.elements ?? [] }.compactMap { $0["id"]?.text }
        #expect(!ids.contains(call.id.description))
    }

    @Test(arguments: [
        ("2030-01-01T00:00:00Z", 404), ("2020-01-01T00:00:00%2B02:00", 200), ("2020-01-01T00:00:00.5Z", 200),
        ("2020-01-01T00:00:00+02:00", 400), ("2020-01-01", 400),
    ])
    func datesAreReadStrictly(from: String, status: Int) {
        #expect(SimulatorClient().get("\(Path.calls)?fromDateTime=\(from)").status == status)
    }

    @Test(arguments: [
        #"{"filter":{"fromDateTime":"2030-01-01T00:00:00Z"}}"#, #"{"filter":{"callIds":["77"]}}"#,
        #"{"filter":{"workspaceId":"1"}}"#,
    ])
    func nothingFoundIsTheEmptyText(body: String) {
        let client = SimulatorClient()
        for path in [Path.extensive, Path.transcript] {
            let response = client.post(path, body)
            #expect(response.status == 404)
            #expect(response.errorText == EmptyText.calls)
        }
    }

    @Test func aCompanyWithoutCallsGivesTheEmptyTextEvenWithoutFilters() {
        let client = SimulatorClient { $0.calls = 0 }
        for response in [client.get(Path.calls), client.post(Path.extensive, "{}"), client.post(Path.transcript, "")] {
            #expect(response.status == 404)
            #expect(response.errorText == EmptyText.calls)
        }
    }

    @Test(arguments: [
        #"{"fromDateTime":"2020-01-01T00:00:00Z"}"#, #"{"filter":[]}"#, #"{"filter":{"callIds":"7"}}"#,
        #"{"filter":{"callIds":[null]}}"#, #"{"filter":{"fromDateTime":5}}"#, "[]", "{",
        #"{"contentSelector":{"context":"All"}}"#,
    ])
    func brokenBodiesAreBadRequests(body: String) {
        let response = SimulatorClient().post(Path.extensive, body)
        #expect(response.status == 400)
        #expect(response.errorText == "Bad request")
    }

    @Test func workspaceAndHostNarrowTheList() throws {
        let client = SimulatorClient { $0.calls = 90 }
        let workspace = client.core.workspace
        let wanted = workspace.call(at: 5)
        let id = workspace.workspaceID(at: wanted.workspace).description
        let listed = client.get("\(Path.calls)?workspaceId=\(id)").rows("calls")
        #expect(listed.count == (0..<90).count { workspace.call(at: $0).workspace == wanted.workspace })
        let host = workspace.userID(at: wanted.primaryUser).description
        let hosted = client.post(Path.extensive, #"{"filter":{"primaryUserIds":["\#(host)"]}}"#).rows("calls")
        #expect(!hosted.isEmpty)
        #expect(hosted.allSatisfy { $0["metaData"]?["primaryUserId"]?.text == host })
    }

    @Test func transcriptsTakeIDsAsStringsAndNumbers() {
        let client = SimulatorClient { $0.untranscribedShare = 0 }
        let ids = (0..<150).map { client.core.workspace.call(at: $0).id.description }
        for list in [ids.map { "\"\($0)\"" }, ids, ids.enumerated().map { $0 % 2 == 0 ? $1 : "\"\($1)\"" }] {
            let members = #""filter":{"callIds":[\#(list.reversed().joined(separator: ","))]}"#
            let pages = client.pages(posting: Path.transcript, members: members)
            #expect(pages.flatMap { $0["callTranscripts"]?.elements ?? [] }.compactMap { $0["callId"]?.text } == ids)
        }
    }

    @Test func callsWithoutATranscriptAreLeftOut() throws {
        let client = SimulatorClient { $0.untranscribedShare = 0.5 }
        let calls = (0..<60).map { client.core.workspace.call(at: $0) }
        let ids = calls.map { "\"\($0.id)\"" }.joined(separator: ",")
        let rows = client.post(Path.transcript, #"{"filter":{"callIds":[\#(ids)]}}"#).rows("callTranscripts")
        #expect(rows.compactMap { $0["callId"]?.text } == calls.filter(\.hasTranscript).map(\.id.description))
        let without = try #require(calls.first { !$0.hasTranscript })
        let response = client.post(Path.transcript, #"{"filter":{"callIds":["\#(without.id)"]}}"#)
        #expect(response.errorText == EmptyText.calls)
    }

    @Test func transcriptSpeakersAreSpeakersOfTheCall() throws {
        let client = SimulatorClient { $0.calls = 20 }
        let selector = #""contentSelector":{"exposedFields":{"parties":true}}"#
        let calls = client.post(Path.extensive, "{\(selector)}").rows("calls")
        let speakers = Dictionary(
            uniqueKeysWithValues: calls.map { call in
                (
                    call["metaData"]?["id"]?.text ?? "",
                    Set(call["parties"]?.elements.compactMap { $0["speakerId"]?.text } ?? [])
                )
            }
        )
        for row in client.post(Path.transcript, "{}").rows("callTranscripts") {
            let known = try #require(speakers[row["callId"]?.text ?? ""])
            let used = Set(row["transcript"]?.elements.compactMap { $0["speakerId"]?.text } ?? [])
            #expect(!used.isEmpty && used.isSubset(of: known))
        }
    }

    @Test func aSingleCallEqualsItsRow() throws {
        let client = SimulatorClient()
        let row = try #require(client.get(Path.calls).rows("calls").first)
        let id = try #require(row["id"]?.text)
        #expect(client.get("\(Path.calls)/\(id)").json?["call"] == row)
        let missing = client.get("\(Path.calls)/779777086011489159")
        #expect(missing.status == 404)
        #expect(missing.errorText == "Call ID 779777086011489159 was not found")
    }

    @Test func lateCallsCountAtOnceAndAppearOnRelease() throws {
        let client = SimulatorClient {
            $0.calls = 80
            $0.lateShare = 0.2
        }
        let calls = (0..<80).map { client.core.workspace.call(at: $0) }
        let late = calls.filter(\.isLate)
        let newest = try #require(calls.filter { !$0.isLate }.map(\.started).max())
        #expect(late.contains { $0.started < newest })
        let before = client.get(Path.calls)
        #expect(before.rows("calls").count == 80 - late.count)
        #expect(before.json?["records"]?["totalRecords"]?.integer == 80)
        #expect(client.get("\(Path.calls)/\(late[0].id)").status == 404)
        client.core.releaseLateCalls()
        #expect(client.get(Path.calls).rows("calls").count == 80)
        #expect(client.get("\(Path.calls)/\(late[0].id)").status == 200)
    }
}

extension SimulatorClient {
    /// An instant as a query parameter in UTC.
    func utc(_ instant: Instant) -> String {
        var writer = JSONWriter()
        writer.element(Timestamp(instant: instant, offset: .zulu, fractionDigits: 0))
        return String(decoding: writer.bytes.dropFirst().dropLast(), as: UTF8.self)
    }
}
