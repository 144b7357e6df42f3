import ManifestEngine

let connector = try Connector(manifest: "manifests/gong.yaml")
for problem in connector.problems { print(problem) }

let config = try Configuration(file: "config.json")
if case .failed(let error) = try await connector.check(config) { throw error }

let saved = try SyncState(file: "gong.state.json")
for try await event in connector.read(config, streams: ["users", "calls"], state: saved) {
    switch event {
    case .record(let record): print(record.stream, record["id"] ?? "", record.json)
    case .state(let state): try state.write(to: "gong.state.json")
    case .complete(let stream): print("\(stream) is complete")
    }
}
