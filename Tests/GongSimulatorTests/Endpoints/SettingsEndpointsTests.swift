import Testing

@testable import GongSimulator

struct SettingsEndpointsTests {
    @Test(arguments: [
        ("/v2/workspaces", "workspaces", 2), ("/v2/settings/trackers", "keywordTrackers", 8),
        ("/v2/settings/trackers?workspaceId=1", "keywordTrackers", 0), ("/v2/library/folders", "folders", 5),
    ])
    func listsWithoutPages(target: String, key: String, count: Int) {
        let response = SimulatorClient().get(target)
        #expect(response.status == 200)
        #expect(response.json?["records"] == nil)
        #expect(response.json?[key] != nil)
        #expect(response.rows(key).count == count)
    }

    @Test func trackersBelongToWorkspaces() {
        let client = SimulatorClient()
        let id = client.core.workspace.workspaceID(at: 1).description
        let rows = client.get("/v2/settings/trackers?workspaceId=\(id)").rows("keywordTrackers")
        #expect(rows.count == 4)
        #expect(rows.allSatisfy { $0["workspaceId"]?.text == id })
    }
}
