/// GET workspaces, GET settings/trackers and GET library/folders: whole lists without pages.
enum SettingsEndpoints {
    static let endpoints = [
        Endpoint("GET", "/v2/workspaces", scope: "api:workspaces:read", workspaces),
        Endpoint("GET", "/v2/settings/trackers", scope: "api:settings:trackers:read", trackers),
        Endpoint("GET", "/v2/library/folders", scope: "api:library:read", folders),
    ]

    private static func workspaces(_ call: EndpointCall) throws(Rejection) -> SimulatorResponse {
        let renderer = SettingsRenderer(workspace: call.workspace)
        return call.respond { object in
            object.array("workspaces") { array in
                for index in 0..<call.workspace.options.workspaces { renderer.writeWorkspace(index, to: &array) }
            }
        }
    }

    private static func trackers(_ call: EndpointCall) throws(Rejection) -> SimulatorResponse {
        let renderer = SettingsRenderer(workspace: call.workspace)
        let indices = chosen(call, count: call.workspace.options.trackers)
        return call.respond { object in
            object.array("keywordTrackers") { array in
                for index in indices { renderer.writeTracker(index, to: &array) }
            }
        }
    }

    private static func folders(_ call: EndpointCall) throws(Rejection) -> SimulatorResponse {
        let renderer = SettingsRenderer(workspace: call.workspace)
        let indices = chosen(call, count: call.workspace.options.folders)
        return call.respond { object in
            object.array("folders") { array in
                for index in indices { renderer.writeFolder(index, to: &array) }
            }
        }
    }

    /// Positions of the records in the workspace asked for; all without `workspaceId`.
    private static func chosen(_ call: EndpointCall, count: Int) -> [Int] {
        guard let wanted = call.request.queryValue("workspaceId") else { return Array(0..<count) }
        return (0..<count).filter {
            call.workspace.workspaceID(at: $0 % call.workspace.options.workspaces).description == wanted
        }
    }
}
