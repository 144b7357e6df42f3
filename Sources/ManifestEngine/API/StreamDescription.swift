import JSON

/// A stream that a connector can read, as the catalog has it.
public struct StreamDescription: Sendable {
    /// The name.
    public let name: String
    /// The JSON schema of its records.
    public let schema: DataValue
    /// The paths of the members that identify a record, such as `[["id"]]`; empty when nothing does.
    public let primaryKey: [[String]]
    /// The member that tells how far the stream was read; nil when it is read in full each time.
    public let cursorField: String?

    /// Whether a read continues where the one before ended.
    public let isIncremental: Bool

    /// - Parameter entry: the stream's entry in the catalog.
    init(_ entry: JSONValue) {
        name = entry["name"]?.string ?? ""
        schema = DataValue(entry["json_schema"] ?? [:])
        primaryKey = (entry["source_defined_primary_key"]?.array ?? []).map { path in
            path.string.map { [$0] } ?? path.array?.compactMap(\.string) ?? []
        }
        cursorField = entry["default_cursor_field"]?.array?.first?.string
        isIncremental = entry["supported_sync_modes"]?.array?.contains("incremental") ?? false
    }
}
