package import JSON
package import Manifest

/// One stream of a source: how its records are fetched, changed and kept track of.
///
/// Manifest type `DeclarativeStream`.
package final class DeclarativeStream: Component, StreamDefinition {
    package static let typeName = "DeclarativeStream"
    package static let summary = "One stream of a source: how its records are fetched, changed and kept track of."
    package static let example = """
        type: DeclarativeStream
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
        schema_loader:
          type: InlineSchemaLoader
          schema:
            type: object
            properties:
              id: {type: string}
        """

    private static let nameField = Field.required("name", .string, "The stream's name in catalog, records and state.")
    private static let primaryKeyField = Field(
        "primary_key",
        .either([.string, .list(.either([.string, .list(.string)]))]),
        "The field or fields that identify a record."
    )
    private static let retrieverField = Field.required(
        "retriever",
        .component(ComponentRegistry.retrievers, default: "SimpleRetriever", custom: "CustomRetriever"),
        "How records are fetched."
    )
    private static let cursorField = Field(
        "incremental_sync",
        .component(ComponentRegistry.cursors),
        "How the next sync continues where this one ended."
    )
    private static let schemaField = Field(
        "schema_loader",
        .oneOrMore(.component(ComponentRegistry.schemaLoaders, default: "JsonFileSchemaLoader")),
        "The JSON schema of the records."
    )
    private static let transformationsField = Field(
        "transformations",
        .list(.component(ComponentRegistry.transformations, custom: "CustomTransformation")),
        "Changes to each record, in order."
    )
    private static let migrationsField = Field(
        "state_migrations",
        .list(.component(ComponentRegistry.stateMigrations)),
        "Migrations of a state in an older form."
    )
    private static let uploaderField = Field(
        "file_uploader",
        .component(ComponentRegistry.fileUploaders, default: FileUploader.typeName),
        "How the file of each record is downloaded."
    )
    package static let fields = [
        nameField, primaryKeyField, retrieverField, cursorField, schemaField, transformationsField, migrationsField,
        uploaderField,
    ]

    package let name: String
    /// The key as the catalog shows it: a list of paths.
    package let primaryKey: JSONValue?
    let retriever: any Retriever
    let cursor: (any CursorDefinition)?
    let transformations: [any Transformation]
    private let schemaLoaders: [any SchemaLoader]
    /// Whether the schema is made of those of a list.
    private let mergesSchemas: Bool
    let stateMigrations: [any StateMigration]
    /// Downloads the file of each record; nil where records have none.
    let uploader: FileUploader?
    /// Whether the stream is read from its start although there is a state.
    let forgetsState: Bool

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] {
        IdleSettings.faults(in: mapping)
    }

    package init(_ reader: ComponentReader) throws {
        var reader = reader
        name = try reader.string(Self.nameField)
        reader = reader.named(name, definition: reader.node)
        primaryKey = Self.keyPaths(reader.value(Self.primaryKeyField))
        retriever = try reader.component(Self.retrieverField, ComponentRegistry.retrievers)
        cursor = try reader.optionalComponent(Self.cursorField, ComponentRegistry.cursors)
        let loaders: [any SchemaLoader] = try reader.components(Self.schemaField, ComponentRegistry.schemaLoaders)
        schemaLoaders = reader.has(Self.schemaField) ? loaders : [JsonFileSchemaLoader.ofStream(reader)]
        mergesSchemas = reader.isList(Self.schemaField)
        transformations = try reader.components(Self.transformationsField, ComponentRegistry.transformations)
        stateMigrations = try reader.components(Self.migrationsField, ComponentRegistry.stateMigrations)
        uploader = try reader.optionalComponent(Self.uploaderField, ComponentRegistry.fileUploaders)
        forgetsState = false
    }

    private init(forgettingStateOf other: DeclarativeStream) {
        name = other.name
        primaryKey = other.primaryKey
        retriever = other.retriever
        cursor = other.cursor
        transformations = other.transformations
        schemaLoaders = other.schemaLoaders
        mergesSchemas = other.mergesSchemas
        stateMigrations = other.stateMigrations
        uploader = other.uploader
        forgetsState = true
    }

    /// A stream of nothing but its records, for components that read some.
    ///
    /// - Parameter name: for messages, and for the cache of its requests.
    init(named name: String, reading retriever: any Retriever) {
        self.name = name
        self.retriever = retriever
        primaryKey = nil
        cursor = nil
        transformations = []
        schemaLoaders = []
        mergesSchemas = false
        stateMigrations = []
        uploader = nil
        forgetsState = false
    }

    /// The same stream, which is read from its start whatever its state is.
    func forgettingState() -> DeclarativeStream { DeclarativeStream(forgettingStateOf: self) }

    package var candidates: [DeclarativeStream] { [self] }

    package func streams(in run: SourceRun, states: JSONObject) -> [DeclarativeStream] { [self] }

    /// The JSON schema of the records: that of one loader; those of a list are merged.
    package func schema(in run: SourceRun) async throws -> JSONObject {
        var schemas: [JSONObject] = []
        for loader in schemaLoaders { schemas.append(try await loader.schema(of: name, in: run)) }
        return mergesSchemas && !schemas.isEmpty ? SchemaMerge.merged(schemas) : schemas.first ?? [:]
    }

    /// A string is one path of one step; a list of strings is one path each; an empty list means no key.
    private static func keyPaths(_ value: JSONValue?) -> JSONValue? {
        if let text = value?.string { return [[.string(text)]] }
        guard let elements = value?.array, !elements.isEmpty else { return nil }
        return .array(elements.map { $0.array == nil ? [$0] : $0 })
    }

    /// The streams that this one reads as parents.
    var parents: [DeclarativeStream] { retriever.router?.parents.flatMap(\.stream.candidates) ?? [] }

    /// The names of all streams that are read when this one is: itself, its parents, and theirs.
    var readNames: [String] { [name] + parents.flatMap(\.readNames) }

    /// Whether filter or transformations come first.
    var transformsBeforeFiltering: Bool {
        retriever.selector.transformsBeforeFiltering ?? (cursor?.isClientSideIncremental ?? false)
    }
}
