import Diagnostics
package import JSON
import Jinja
package import Manifest

/// A schema made of a record in which the API describes its fields.
///
/// Manifest type `DynamicSchemaLoader`. The record is requested once in a run, and only when somebody asks for the schema:
/// `discover`, or a stream that converts its records to it.
package struct DynamicSchemaLoader: Component, SchemaLoader {
    package static let typeName = "DynamicSchemaLoader"
    package static let summary = "A schema made of a record in which the API describes its fields."
    package static let details = """
        Only the first record of the retriever counts, whose partitions are not made. Without a record the schema has no \
        fields. The filter sees each field as the record `{name: schema}`, the transformations see all fields as one \
        record.
        """
    package static let example = """
        type: DynamicSchemaLoader
        retriever:
          type: SimpleRetriever
          requester: {type: HttpRequester, url: https://api.example.com/fields}
          record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: []}}
        schema_type_identifier:
          type: SchemaTypeIdentifier
          schema_pointer: [fields]
          key_pointer: [name]
          type_pointer: [type]
        """

    private static let retrieverField = Field.required(
        "retriever",
        .component(ComponentRegistry.retrievers, default: "SimpleRetriever", custom: "CustomRetriever"),
        "How the record is fetched."
    )
    private static let identifierField = Field.required(
        "schema_type_identifier",
        .component(ComponentRegistry.schemaTypeIdentifiers, default: SchemaTypeIdentifier.typeName),
        "Where the record has the names and types of the fields."
    )
    private static let filterField = Field(
        "schema_filter",
        .component(ComponentRegistry.recordFilters, default: "RecordFilter"),
        "Which fields are kept."
    )
    private static let transformationsField = Field(
        "schema_transformations",
        .list(.component(ComponentRegistry.transformations, custom: "CustomTransformation")),
        "Changes to the fields, in order."
    )
    package static let fields = [retrieverField, identifierField, filterField, transformationsField]

    /// The name by which the requests of all schemas are cached.
    private static let requestName = "dynamic_properties"

    private let source: DeclarativeStream
    private let identifier: SchemaTypeIdentifier
    private let filter: (any RecordFiltering)?
    private let transformations: [any Transformation]

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] {
        guard let retriever = mapping[retrieverField.name], retriever.typeName == AsyncRetriever.typeName,
            let router = retriever.mapping?["partition_router"], router.isTruthy
        else { return [] }
        let message = "the AsyncRetriever of a schema has no partitions: only its first record counts"
        return [FieldFault(retrieverField.name, message, fix: "remove 'partition_router'", at: router)]
    }

    package init(_ reader: ComponentReader) throws {
        let retriever = try reader.named(Self.requestName, isParent: true)
            .component(Self.retrieverField, ComponentRegistry.retrievers)
        source = DeclarativeStream(named: Self.requestName, reading: retriever)
        identifier = try reader.component(Self.identifierField, ComponentRegistry.schemaTypeIdentifiers)
        filter = try reader.optionalComponent(Self.filterField, ComponentRegistry.recordFilters)
        transformations = try reader.components(Self.transformationsField, ComponentRegistry.transformations)
    }

    package func schema(of stream: String, in run: SourceRun) async throws -> JSONObject {
        do {
            return Self.schema(try await properties(describedBy: try await firstRecord(in: run), run.context))
        } catch {
            let failure = EngineFailure.from(error)
            throw EngineFailure(
                failure.type,
                "The schema of the stream '\(stream)' cannot be loaded: \(failure.message)",
                detail: failure.detail,
                cause: failure.cause
            )
        }
    }

    private static func schema(_ properties: JSONObject) -> JSONObject {
        [
            "$schema": "https://json-schema.org/draft-07/schema#",
            "type": "object",
            "additionalProperties": true,
            "properties": .object(properties),
        ]
    }

    /// The first record that the retriever finds without partitions; pages after it are not requested.
    private func firstRecord(in run: SourceRun) async throws -> JSONObject? {
        run.share(Self.requestName)
        let slice = SliceRun(StreamSlice(), streamName: source.name, source: run, readsAhead: false)
        let selection = RecordSelection(source, tracker: nil, context: run.context, scope: slice.makeScope())
        var pages = try source.retriever.pages(of: slice, selecting: selection)
        do {
            var first: Record?
            while first == nil, let page = try await pages.next() { first = page.records.first }
            await pages.stop()
            return first?.members
        } catch {
            await pages.stop()
            throw error
        }
    }

    /// The fields that a record describes, filtered and changed.
    func properties(describedBy record: JSONObject?, _ context: RunContext) async throws -> JSONObject {
        let scope = context.makeScope()
        let described = try record.map { $0.isEmpty ? [:] : try identifier.properties(describedBy: $0, in: scope) }
        var fields = Record(try await filtered(described ?? [:], in: scope))
        for transformation in transformations {
            scope[.record] = Value(fields)
            if let step = transformation.pageStep {
                fields = try await step.apply(to: [fields], in: scope).first ?? Record([:])
            } else {
                try transformation.transform(&fields, in: scope)
            }
        }
        return fields.members
    }

    private func filtered(_ properties: JSONObject, in scope: Scope) async throws -> JSONObject {
        guard let filter else { return properties }
        var fields = properties.map { Record([$0.key: $0.value]) }
        if let step = filter.pageStep {
            fields = try await step.apply(to: fields, in: scope)
        } else {
            fields = try fields.filter { field in
                scope[.record] = Value(field)
                return try filter.keepsRecord(in: scope)
            }
        }
        return fields.reduce(into: JSONObject()) { $0.merge($1.members) { $1 } }
    }
}
