package import JSON
package import Manifest

/// Rewrites the state of an older connector to the form this one reads.
package protocol StateMigration: Sendable {
    /// The state in today's form; the same state when it is not of the form this type knows.
    func migrated(_ state: JSONObject, for stream: MigratedStream) async throws -> JSONObject
}

/// What a migration has to know about the stream whose state it rewrites.
package struct MigratedStream: Sendable {
    package var name: String
    /// The cursor field of the stream; nil without an incremental sync.
    package var cursorField: String?
    /// Names of the partition fields, one per parent stream; one alone for a router that joins its parts.
    package var partitionFields: [String]

    package init(name: String, cursorField: String?, partitionFields: [String]) {
        self.name = name
        self.cursorField = cursorField
        self.partitionFields = partitionFields
    }
}
