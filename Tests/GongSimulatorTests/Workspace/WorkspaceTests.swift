import Testing

@testable import GongSimulator

struct WorkspaceTests {
    @Test func moreCallsHoldTheCallsOfFewer() {
        let few = SimulatorClient { $0.calls = 150 }
        let many = SimulatorClient { $0.calls = 400 }
        let body = #"{"contentSelector":{"context":"Extended","exposedFields":{"parties":true}}}"#
        let first = few.post(Path.extensive, body).rows("calls")
        #expect(first.count == 100)
        #expect(first == many.post(Path.extensive, body).rows("calls"))
        #expect(few.get("/v2/calls/\(few.core.workspace.call(at: 149).id)").json?["call"] != nil)
        #expect(few.get("/v2/calls/\(many.core.workspace.call(at: 150).id)").status == 404)
    }

    @Test func anotherSeedGivesOtherCalls() {
        let one = SimulatorClient { $0.seed = 1 }
        let two = SimulatorClient { $0.seed = 2 }
        #expect(one.get(Path.calls).rows("calls") != two.get(Path.calls).rows("calls"))
    }

    @Test func idsRiseAndStartsDoNot() {
        let workspace = SimulatorClient { $0.calls = 300 }.core.workspace
        let calls = (0..<300).map { workspace.call(at: $0) }
        #expect(calls.map(\.id.number) == calls.map(\.id.number).sorted())
        #expect(calls.map(\.started) != calls.map(\.started).sorted())
        #expect(calls.allSatisfy { workspace.callIndex(of: $0.id.description) == $0.index })
    }

    @Test func callsLieInTheDaysBeforeNow() {
        let workspace = SimulatorClient { $0.days = 10 }.core.workspace
        let earliest = workspace.options.now.adding(seconds: -10 * 86_400)
        let starts = (0..<500).map { workspace.call(at: $0).started }
        #expect(starts.allSatisfy { $0 >= earliest && $0 < workspace.options.now })
        #expect(Set(starts.map { $0.day(in: .zulu) }).count >= 10)
    }

    @Test(arguments: [(0.0, 0...0), (0.1, 300...500), (1.0, 4_000...4_000)])
    func privateShareIsKept(share: Double, expected: ClosedRange<Int>) {
        let client = SimulatorClient {
            $0.calls = 4_000
            $0.privateShare = share
        }
        #expect(expected.contains(client.core.workspace.counts().privateCalls))
    }

    @Test func unicodeShareDecidesAboutTexts() {
        let plain = SimulatorClient { $0.unicodeShare = 0 }
        let rich = SimulatorClient { $0.unicodeShare = 1 }
        #expect(plain.get(Path.users).body.allSatisfy { $0 < 0x80 })
        #expect(plain.post(Path.transcript, "{}").body.allSatisfy { $0 < 0x80 })
        let text = rich.post(Path.transcript, "{}").text
        for sample in ["✅", "\\ud83d\\ude80", "你好", "\\nnew line", "\u{2028}"] { #expect(text.contains(sample)) }
    }

    @Test func realisticSizesAreMet() {
        let client = SimulatorClient {
            $0.calls = 100
            $0.size = .realistic
            $0.untranscribedShare = 0
        }
        let extensive = client.post(Path.extensive, "{\(ExtensiveCallsTests.everything)}")
        #expect((20_000...26_000).contains(extensive.body.count / 100))
        #expect((36_000...44_000).contains(client.post(Path.transcript, "{}").body.count / 100))
        #expect((450...700).contains(client.get(Path.calls).body.count / 100))
    }

    @Test func countsAgreeWithTheLists() {
        let client = SimulatorClient { $0.calls = 250 }
        let counts = client.core.workspace.counts()
        let calls = client.pages(Path.calls).flatMap { $0["calls"]?.elements ?? [] }
        let transcripts = client.pages(posting: Path.transcript, members: #""filter":{}"#)
        #expect(calls.count == counts.calls)
        #expect(calls.count { $0["isPrivate"] == .bool(true) } == counts.privateCalls)
        #expect(transcripts.reduce(0) { $0 + ($1["callTranscripts"]?.elements.count ?? 0) } == counts.transcripts)
        #expect(counts.transcripts < counts.calls)
    }
}
