import Diagnostics
package import JSON
package import Manifest

/// Turns a state with one entry per parent id into one with a list of partitions.
///
/// Manifest type `LegacyToPerPartitionStateMigration`. In: `{"<id>": {"<cursor_field>": <value>}, ...}`. Out:
/// `{"states": [{"partition": {"<partition_field>": "<id>"}, "cursor": {...}}]}`. A state of another form stays as it
/// is. Throws a configuration failure for a stream without a cursor or without parent streams.
package struct LegacyToPerPartitionStateMigration: Component, StateMigration {
    package static let typeName = "LegacyToPerPartitionStateMigration"
    package static let summary = "Turns a state with one entry per parent id into one with a list of partitions."
    package static let details = """
        `{"<id>": {"<cursor_field>": <value>}}` becomes `{"states": [{"partition": \
        {"<partition_field>": "<id>"}, "cursor": {…}}]}`. A state in another form stays as it is. The \
        stream must have a cursor and parent streams.
        """
    package static let example = """
        type: LegacyToPerPartitionStateMigration
        """
    package static let fields: [Field] = []

    package init(_ reader: ComponentReader) throws {}

    package func migrated(_ state: JSONObject, for stream: MigratedStream) throws -> JSONObject {
        guard let cursorField = stream.cursorField, let partitionField = stream.partitionFields.first else {
            throw EngineFailure(
                .config,
                "\(Self.typeName) needs a stream with a cursor and parent streams, unlike \(stream.name)."
            )
        }
        guard stream.partitionFields.count == 1, !state.isEmpty, state["states"] == nil,
            state.values.allSatisfy({ Self.isCursor($0, cursorField) })
        else { return state }
        let states = state.map { id, cursor in
            JSONValue.object(["partition": .object([partitionField: .string(id)]), "cursor": cursor])
        }
        return ["states": .array(states)]
    }

    private static func isCursor(_ value: JSONValue, _ cursorField: String) -> Bool {
        value.object.map { $0.count == 1 && $0[cursorField] != nil } ?? false
    }
}
