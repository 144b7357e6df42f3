import Testing

@testable import GongSimulator

struct ExtensiveCallsTests {
    /// A content selector that asks for everything there is.
    static let everything = #"""
        "contentSelector":{"context":"Extended","contextTiming":["Now","TimeOfCall"],"exposedFields":{"parties":true,
        "media":true,"content":{"structure":true,"topics":true,"trackers":true,"trackerOccurrences":true,"brief":true,
        "pointsOfInterest":true,"outline":true,"highlights":true,"callOutcome":true,"keyPoints":true},
        "interaction":{"speakers":true,"video":true,"personInteractionStats":true,"questions":true},
        "collaboration":{"publicComments":true}}}
        """#

    private func members(of row: JSONInput?) -> Set<String> {
        if case .object(let members) = row { Set(members.keys) } else { [] }
    }

    @Test(arguments: [
        ("", ["metaData"]), (#""context":"Basic""#, ["metaData", "context"]),
        (#""exposedFields":{"metaData":{"id":true}}"#, ["metaData"]),
        (#""exposedFields":{"parties":true,"media":false}"#, ["metaData", "parties"]),
        (#""exposedFields":{"media":true}"#, ["metaData", "media"]),
        (#""exposedFields":{"collaboration":{"publicComments":true}}"#, ["metaData", "collaboration"]),
    ])
    func onlyWhatIsAskedForComes(selector: String, expected: [String]) {
        let client = SimulatorClient { $0.sparseShare = 0 }
        let rows = client.post(Path.extensive, #"{"contentSelector":{\#(selector)}}"#).rows("calls")
        #expect(rows.count == 100)
        #expect(rows.allSatisfy { members(of: $0) == Set(expected) })
    }

    @Test(arguments: [
        ("content", "topics", "topics"), ("content", "brief", "brief"), ("content", "outline", "outline"),
        ("content", "structure", "structure"), ("content", "highlights", "highlights"),
        ("content", "keyPoints", "keyPoints"), ("interaction", "speakers", "speakers"),
        ("interaction", "questions", "questions"), ("interaction", "personInteractionStats", "interactionStats"),
    ])
    func onePartOfAGroup(group: String, asked: String, expected: String) {
        let client = SimulatorClient { $0.sparseShare = 0 }
        let body = #"{"contentSelector":{"exposedFields":{"\#(group)":{"\#(asked)":true}}}}"#
        let rows = client.post(Path.extensive, body).rows("calls")
        #expect(rows.allSatisfy { members(of: $0[group]) == [expected] })
    }

    @Test func everythingComesWhenAskedFor() {
        let client = SimulatorClient { $0.sparseShare = 0 }
        let rows = client.post(Path.extensive, "{\(Self.everything)}").rows("calls")
        let groups: Set = ["metaData", "context", "parties", "content", "interaction", "collaboration", "media"]
        #expect(rows.allSatisfy { members(of: $0) == groups })
        let content: Set = [
            "structure", "topics", "trackers", "brief", "outline", "highlights", "callOutcome", "keyPoints",
        ]
        #expect(rows.contains { members(of: $0["content"]) == content })
        #expect(rows.contains { $0["collaboration"] == .object([:]) })
        #expect(rows.contains { !($0["collaboration"]?["publicComments"]?.elements.isEmpty ?? true) })
        #expect(rows[0]["metaData"] == client.get(Path.calls).rows("calls")[0])
    }

    @Test func aSparseCallHasEmptyParts() {
        let client = SimulatorClient { $0.sparseShare = 1 }
        for row in client.post(Path.extensive, "{\(Self.everything)}").rows("calls") {
            #expect(row["context"] == .array([]))
            #expect(row["content"] == .object(["topics": .array([]), "trackers": .array([])]))
            #expect(row["interaction"]?["speakers"] == .array([]))
            #expect(row["interaction"]?["questions"]?["companyCount"]?.integer == 0)
            #expect(row["collaboration"] == .object([:]))
            #expect(row["media"] == nil)
        }
    }

    @Test func mediaLinksChangeOnEachRequest() throws {
        let client = SimulatorClient { $0.sparseShare = 0 }
        let body = #"{"contentSelector":{"exposedFields":{"media":true}}}"#
        let first = client.post(Path.extensive, body).rows("calls")
        let second = client.post(Path.extensive, body).rows("calls")
        for (one, two) in zip(first, second) {
            #expect(one["media"]?["audioUrl"] != two["media"]?["audioUrl"])
            #expect(one["metaData"] == two["metaData"])
            let isVideo = one["metaData"]?["media"]?.text == "Video"
            #expect((one["media"]?["videoUrl"] != nil) == isVideo)
        }
    }

    @Test func peopleLackWhatIsUnknown() {
        let client = SimulatorClient()
        let rows = client.post(Path.extensive, "{\(Self.everything)}").rows("calls")
        let people = rows.flatMap { $0["parties"]?.elements ?? [] }
        #expect(people.allSatisfy { $0["speakerId"] != nil && $0["context"] != nil })
        #expect(people.contains { $0["speakerId"] == .null })
        for name in ["emailAddress", "name", "title", "userId", "phoneNumber"] {
            #expect(people.contains { $0[name] == nil } && people.contains { $0[name]?.text != nil })
            #expect(!people.contains { $0[name] == .null })
        }
    }

    @Test(arguments: [
        ("[\"Now\"]", ["Now"]), ("[\"TimeOfCall\"]", ["TimeOfCall"]),
        ("[\"Now\",\"TimeOfCall\"]", ["Now", "TimeOfCall"]), ("[]", ["Now"]),
    ])
    func contextComesForTheTimingsAskedFor(timings: String, expected: [String]) {
        let client = SimulatorClient { $0.sparseShare = 0 }
        let body = #"{"contentSelector":{"context":"Extended","contextTiming":\#(timings)}}"#
        for row in client.post(Path.extensive, body).rows("calls") {
            let objects = row["context"]?[0]?["objects"]?.elements ?? []
            #expect(Set(objects.compactMap { $0["timing"]?.text }) == Set(expected))
            #expect(objects.allSatisfy { !($0["fields"]?.elements.isEmpty ?? true) })
        }
    }

    @Test(arguments: [(false, true), (true, false)])
    func trackerPlacesNeedToBeAskedFor(asked: Bool, areEmpty: Bool) {
        let client = SimulatorClient { $0.sparseShare = 0 }
        let content = #"{"trackers":true,"trackerOccurrences":\#(asked)}"#
        let body = #"{"contentSelector":{"exposedFields":{"content":\#(content)}}}"#
        let trackers = client.post(Path.extensive, body).rows("calls")
            .flatMap { $0["content"]?["trackers"]?.elements ?? [] }
        let places = trackers.flatMap { tracker in
            (tracker["occurrences"]?.elements ?? [])
                + (tracker["phrases"]?.elements.flatMap { $0["occurrences"]?.elements ?? [] } ?? [])
        }
        #expect(!trackers.isEmpty)
        #expect(places.isEmpty == areEmpty)
    }
}
