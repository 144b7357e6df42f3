import Dates
import Diagnostics
package import JSON
package import Manifest

/// A stream that is read in one way the first time, and in another from its state on.
///
/// Manifest type `StateDelegatingStream`. Both ways have the name of the stream. With `api_retention_period` a state that
/// is older than what the API keeps counts as none.
package struct StateDelegatingStream: Component, StreamDefinition {
    package static let typeName = "StateDelegatingStream"
    package static let summary = "A stream that is read in one way the first time, and in another from its state on."
    package static let details = """
        All three names are the same. A stream with a state is read by `incremental_stream`, unless the state is older \
        than `api_retention_period`.
        """
    package static let example = """
        type: StateDelegatingStream
        name: users
        full_refresh_stream:
          type: DeclarativeStream
          name: users
          retriever:
            type: SimpleRetriever
            requester: {type: HttpRequester, url: https://api.example.com/users}
            record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: [users]}}
        incremental_stream:
          type: DeclarativeStream
          name: users
          retriever:
            type: SimpleRetriever
            requester: {type: HttpRequester, url: https://api.example.com/changed_users}
            record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: [users]}}
        api_retention_period: P30D
        """

    private static let nameField = Field.required("name", .string, "The stream's name in catalog, records and state.")
    private static let fullField = stream("full_refresh_stream", "How the stream is read without a state.")
    private static let incrementalField = stream("incremental_stream", "How the stream is read from a state on.")
    private static let retentionField = Field(
        "api_retention_period",
        .template(.duration, reads: .config),
        "How far back the API knows of changes, in ISO 8601, such as P30D."
    )
    package static let fields = [nameField, fullField, incrementalField, retentionField]

    private static func stream(_ name: String, _ text: String) -> Field {
        Field.required(name, .component(ComponentRegistry.streams, default: DeclarativeStream.typeName), text)
    }

    private let name: String
    private let full: any StreamDefinition
    private let incremental: any StreamDefinition
    private let retention: TemplateText?

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] {
        let name = mapping[nameField.name]?.string
        return [fullField, incrementalField].compactMap { field in
            guard let other = mapping[field.name]?.mapping?["name"]?.string, let name, other != name else { return nil }
            let message = "the stream is called '\(name)', but its \(field.name) '\(other)'"
            return FieldFault(field.name, message, fix: "give all of them the same name")
        }
    }

    package init(_ reader: ComponentReader) throws {
        name = try reader.string(Self.nameField)
        full = try reader.component(Self.fullField, ComponentRegistry.streams)
        incremental = try reader.component(Self.incrementalField, ComponentRegistry.streams)
        retention = try reader.optionalTemplate(Self.retentionField)
    }

    package var candidates: [DeclarativeStream] { full.candidates + incremental.candidates }

    package func streams(in run: SourceRun, states: JSONObject) async throws -> [DeclarativeStream] {
        guard let state = states[name]?.object, !state.isEmpty else {
            return try await full.streams(in: run, states: states)
        }
        if try isOutdated(state, run) {
            return try await full.streams(in: run, states: [:]).map { $0.forgettingState() }
        }
        return try await incremental.streams(in: run, states: states)
    }

    package func parent(in run: SourceRun, states: JSONObject) async throws -> DeclarativeStream? {
        let known = states[name]?.object ?? run.inputStates[name]?.object ?? [:]
        let definition = known.isEmpty ? full : incremental
        return try await definition.parent(in: run, states: states)
    }

    /// Whether a state is older than what the API keeps.
    private func isOutdated(_ state: JSONObject, _ run: SourceRun) throws -> Bool {
        let scope = run.context.makeScope()
        guard let text = try retention?.text(in: scope), !["", "None"].contains(text) else { return false }
        guard let period = try? ISO8601Duration.parse(text), !period.isBackward else {
            throw EngineFailure(
                .config,
                "'api_retention_period' comes to '\(text)', which is not a duration such as P30D."
            )
        }
        // The state of a whole read says nothing of its time, and is as new as can be.
        if full.candidates.allSatisfy({ $0.cursor == nil }), state[StreamReading.noCursorKey]?.isTruthy == true {
            return false
        }
        let oldest = try run.context.clock.now().subtracting(period)
        for stream in full.candidates + incremental.candidates {
            let hasRouter = stream.retriever.router.map { _ in true } ?? false
            guard let moment = try stream.cursor?.moment(of: state, isPartitioned: hasRouter, in: scope) else {
                continue
            }
            guard moment.microsecondsSinceEpoch < oldest.microsecondsSinceEpoch else { return false }
            let words =
                "Stream \(name): its state is older than the API's retention period of \(text), so it is read anew."
            run.context.messages.log(.warn, words)
            return true
        }
        return true
    }
}
