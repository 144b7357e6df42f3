import Diagnostics
import Jinja
package import Manifest
import Text

/// The root of a manifest: a source with its streams.
///
/// Manifest type `DeclarativeSource`.
package struct DeclarativeSource: Component {
    package static let typeName = "DeclarativeSource"
    package static let summary = "The root of a manifest: a source with its streams."
    package static let details = """
        Everything else is below it. `definitions` holds parts that several streams share: a \
        string `"#/definitions/x"`, or a mapping with `$ref`, refers to them.
        """
    package static let example = """
        type: DeclarativeSource
        version: "6.0.0"
        check:
          type: CheckStream
          stream_names: [users]
        streams:
          - type: DeclarativeStream
            name: users
            primary_key: id
            retriever:
              type: SimpleRetriever
              requester:
                type: HttpRequester
                url: https://api.example.com/users
              record_selector:
                type: RecordSelector
                extractor:
                  type: DpathExtractor
                  field_path: [users]
        spec:
          type: Spec
          connection_specification:
            type: object
            properties:
              api_key: {type: string, airbyte_secret: true}
        """

    private static let version = Field.required("version", .string, "Version of the language; any string.")
    private static let checkField = Field.required(
        "check",
        .component(ComponentRegistry.checks, default: "CheckStream"),
        "How a configuration is checked."
    )
    private static let streamsField = Field(
        "streams",
        .list(.component(ComponentRegistry.streams, default: "DeclarativeStream")),
        "The streams, in the order of the catalog."
    )
    private static let dynamicStreamsField = Field(
        "dynamic_streams",
        .list(.component(ComponentRegistry.dynamicStreams)),
        "Streams that are made from a template."
    )
    private static let specField = Field(
        "spec",
        .component(ComponentRegistry.specs, default: "Spec"),
        "What a user configures; without it configurations are not checked."
    )
    private static let concurrencyField = Field(
        "concurrency_level",
        .component(ComponentRegistry.concurrencyLevels),
        default: ["type": "ConcurrencyLevel", "default_concurrency": 2],
        "How many slices are read at once."
    )
    private static let budgetField = Field(
        "api_budget",
        .component(ComponentRegistry.budgets),
        "How many requests may be sent in an interval."
    )
    private static let jobsField = Field(
        "max_concurrent_async_job_count",
        .either([.integer, .template(reads: .config)]),
        default: 1,
        "How many jobs of an `AsyncRetriever` may run at once."
    )
    private static let streamGroup = [
        Field.required("streams", .list(.any), "References to the streams."),
        Field.required("action", .any, "What happens to streams of the same group."),
    ]
    private static let rest = [
        Field("definitions", .stored, "Parts that are referred to from elsewhere."),
        Field("schemas", .stored, "JSON schemas that are referred to from elsewhere."),
        Field("metadata", .stored, "Notes of other tools; without effect."),
        Field(
            "stream_groups",
            .mapping(.object(streamGroup)),
            "Groups of streams that may not be read at the same time; without effect yet."
        ),
        Field("description", .string, "What the source is; without effect."),
    ]
    package static let fields =
        [version, checkField, streamsField, dynamicStreamsField, specField, concurrencyField, budgetField, jobsField]
        + rest
    package static let refusesUnknownFields = true

    package let spec: Spec?
    package let check: any ConnectionCheck
    package let streams: [any StreamDefinition]
    package let dynamicStreams: [any DynamicStreamDefinition]
    /// The streams that cannot be read because their definitions have errors.
    package internal(set) var refused: [RefusedStream]
    let concurrency: ConcurrencyLevel
    let budget: HTTPAPIBudget?
    private let jobs: TemplateText
    /// What runs the classes that the manifest names; nil where nothing does.
    let python: PythonWorker?
    /// All requesters, those of parents and logins included, and everything else that was gathered.
    let parts: ReadParts

    /// The streams that are known from the manifest alone.
    package var candidates: [DeclarativeStream] { streams.flatMap(\.candidates) }

    /// Whether anything in the manifest may give streams.
    package var hasSoundStreams: Bool { !streams.isEmpty || !dynamicStreams.isEmpty }

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] {
        var faults: [FieldFault] = []
        if mapping[streamsField.name] == nil && mapping[dynamicStreamsField.name] == nil {
            faults.append(FieldFault(code: "missing-field", "the manifest has no 'streams'", fix: "add 'streams'"))
        }
        if mapping[specField.name] == nil {
            faults.append(
                FieldFault(
                    code: "missing-field",
                    "the manifest has no 'spec', so configurations are not checked",
                    fix: "add 'spec' with a connection_specification",
                    severity: .warning
                )
            )
        }
        return faults + repeatedNames(mapping) + unknownCheckNames(mapping)
    }

    /// Streams that reuse the name of an earlier one; only names distinguish records and states.
    private static func repeatedNames(_ mapping: ManifestMapping) -> [FieldFault] {
        var known: [String: ManifestNode] = [:]
        return (mapping[streamsField.name]?.sequence ?? []).compactMap { stream in
            guard let name = stream.mapping?["name"]?.string else { return nil }
            guard let first = known[name] else {
                known[name] = stream
                return nil
            }
            let (one, other) = told(first, stream)
            return FieldFault(
                streamsField.name,
                code: "repeated-stream",
                "two streams are called '\(name)'\(one.place.map { ", the first at \($0)" } ?? "")",
                fix: "rename one of them; records and states are identified by stream name",
                at: other
            )
        }
    }

    /// The names of two streams; the streams themselves when that is one and the same definition.
    private static func told(_ one: ManifestNode, _ other: ManifestNode) -> (ManifestNode, ManifestNode) {
        guard let first = one.mapping?["name"], let second = other.mapping?["name"], first.place != second.place else {
            return (one, other)
        }
        return (first, second)
    }

    private static func unknownCheckNames(_ mapping: ManifestMapping) -> [FieldFault] {
        guard mapping[dynamicStreamsField.name] == nil, let check = mapping[checkField.name]?.mapping else { return [] }
        let names = (mapping[streamsField.name]?.sequence ?? []).flatMap(names)
        // Without streams, the missing streams are the real problem.
        guard !names.isEmpty else { return [] }
        return (check["stream_names"]?.sequence ?? []).compactMap { node in
            guard let name = node.string, !names.contains(name) else { return nil }
            let near =
                NearestName.of(name, in: names).map { "did you mean '\($0)'?" }
                ?? "streams: \(names.joined(separator: ", "))"
            return FieldFault(
                checkField.name,
                code: "unknown-stream",
                "check names the stream '\(name)', which does not exist",
                fix: near,
                severity: .warning
            )
        }
    }

    /// The names of the streams that an entry of `streams` may stand for.
    private static func names(of stream: ManifestNode) -> [String] {
        if let name = stream.mapping?["name"]?.string { return [name] }
        return (stream.mapping?[streamsField.name]?.sequence ?? []).flatMap(names)
    }

    package init(_ reader: ComponentReader) throws {
        // What its templates change is over before the first stream is read.
        let early = ComponentReader(reader.node, path: reader.path, source: reader.source.apart())
        spec = try early.optionalComponent(Self.specField, ComponentRegistry.specs)
        check = try reader.component(Self.checkField, ComponentRegistry.checks)
        concurrency = try reader.component(Self.concurrencyField, ComponentRegistry.concurrencyLevels)
        jobs = try reader.template(Self.jobsField)
        budget = try reader.optionalComponent(Self.budgetField, ComponentRegistry.budgets)
        (streams, refused) = try Self.streams(reader)
        dynamicStreams = try reader.components(Self.dynamicStreamsField, ComponentRegistry.dynamicStreams)
        parts = reader.source.parts
        python = reader.source.python as? PythonWorker
    }

    /// How many jobs may run at once; at least one.
    func jobCount(in scope: Scope) throws -> Int { max(1, try jobs.value(in: scope).json().integer ?? 1) }

    /// The streams that can be made, and those that cannot.
    private static func streams(
        _ reader: ComponentReader
    ) throws -> ([any StreamDefinition], [RefusedStream]) {
        var streams: [any StreamDefinition] = []
        var refused: [RefusedStream] = []
        for (index, node) in (reader.mapping[streamsField.name]?.sequence ?? []).enumerated() {
            let path = reader.path.field(streamsField.name).element(index, of: node)
            do {
                streams.append(try reader.component(node, ComponentRegistry.streams, at: path))
            } catch let fault as ManifestFault {
                let name = node.mapping?["name"]?.string ?? "streams[\(index)]"
                refused.append(RefusedStream(name: name, fault: fault))
            }
        }
        return (streams, refused)
    }
}
