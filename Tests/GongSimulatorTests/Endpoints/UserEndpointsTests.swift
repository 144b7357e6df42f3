import Testing

@testable import GongSimulator

struct UserEndpointsTests {
    @Test func listsAllUsersWhateverTheParameters() {
        let client = SimulatorClient { $0.users = 230 }
        let pages = client.pages(Path.users, parameters: "limit=100&fromDateTime=2030-01-01T00:00:00Z")
        #expect(pages.map { $0["users"]?.elements.count } == [100, 100, 30])
        let mails = pages.flatMap { $0["users"]?.elements ?? [] }.compactMap { $0["emailAddress"]?.text }
        #expect(Set(mails).count == 230)
    }

    @Test func noUsersIsAnEmptyPage() {
        let response = SimulatorClient { $0.users = 0 }.get(Path.users)
        #expect(response.status == 200)
        #expect(response.json?["users"] == .array([]))
        #expect(response.json?["records"]?["totalRecords"]?.integer == 0)
    }

    @Test func aSingleUserEqualsItsRow() throws {
        let client = SimulatorClient()
        let row = client.get(Path.users).rows("users")[7]
        #expect(client.get("\(Path.users)/\(row["id"]?.text ?? "")").json?["user"] == row)
        #expect(client.get("\(Path.users)/12").status == 404)
    }

    @Test func extensiveFiltersByIDAndDate() throws {
        let client = SimulatorClient()
        let user = client.core.workspace.user(at: 3)
        let path = "\(Path.users)/extensive"
        let byID = client.post(path, #"{"filter":{"userIds":["\#(user.id)"]}}"#).rows("users")
        #expect(byID.compactMap { $0["id"]?.text } == [user.id.description])
        #expect(byID.first?["meetingConsentPageUrl"]?.text != nil)
        let empty = client.post(path, #"{"filter":{"createdFromDateTime":"2030-01-01T00:00:00Z"}}"#)
        #expect(empty.status == 404)
        #expect(empty.errorText == EmptyText.users)
    }
}
