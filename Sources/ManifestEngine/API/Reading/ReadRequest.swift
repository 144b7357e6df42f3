/// What is to be read.
struct ReadRequest: Sendable {
    let connector: Connector
    let config: Configuration
    /// Names of streams, or patterns; all streams if empty.
    let streams: [String]
    let state: SyncState
}
