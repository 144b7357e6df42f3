import Diagnostics
import JSON
import Jinja
package import Manifest

/// Asks the API which properties there are.
///
/// Manifest type `PropertiesFromEndpoint`. They are requested once in a run.
package final class PropertiesFromEndpoint: Component {
    package static let typeName = "PropertiesFromEndpoint"
    package static let summary = "Asks the API which properties there are."
    package static let details = "They are requested once in a run, when the first page is."
    package static let example = """
        type: PropertiesFromEndpoint
        property_field_path: [name]
        retriever:
          type: SimpleRetriever
          requester: {type: HttpRequester, url: https://api.example.com/properties}
          record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: [results]}}
        """

    private static let pathField = Field.required(
        "property_field_path",
        .list(.template(reads: .config)),
        "Path to the name in a record."
    )
    private static let retrieverField = Field.required(
        "retriever",
        .component(ComponentRegistry.retrievers, default: "SimpleRetriever", custom: "CustomRetriever"),
        "How the records are fetched."
    )
    package static let fields = [pathField, retrieverField]

    /// The stream name of the requests.
    private static let streamName = "dynamic_properties"

    private let path: [TemplateText]
    private let stream: DeclarativeStream

    package init(_ reader: ComponentReader) throws {
        path = try reader.templates(Self.pathField)
        let reader = reader.named(Self.streamName, isParent: true)
        let retriever = try reader.component(Self.retrieverField, ComponentRegistry.retrievers)
        stream = DeclarativeStream(named: Self.streamName, reading: retriever)
    }

    /// The names; requested once in a run.
    func names(in run: SourceRun) async throws -> [String] {
        try await run.names(of: self) { [self] in try await requestNames(in: run) }
    }

    private func requestNames(in run: SourceRun) async throws -> [String] {
        run.share(Self.streamName)
        let pages = try await StreamReading.open(stream, run: run).allPages()
        return try names(in: pages.flatMap(\.records), run.context.makeScope())
    }

    private func names(in records: [Record], _ scope: Scope) throws -> [String] {
        let path = try path.map { DpathGlob.Segment(try $0.value(in: scope).json()) }
        return try records.map { try Self.name(in: $0, at: path) }
    }

    private static func name(in record: Record, at path: [DpathGlob.Segment]) throws -> String {
        let found = try DpathGlob.matches(path, in: .object(record.members))
        guard found.count == 1 else {
            let text = found.isEmpty ? "finds nothing" : "finds \(found.count) values"
            throw EngineFailure(.system, "'property_field_path' of PropertiesFromEndpoint \(text) in a record.")
        }
        return Value(found[0]).pythonText
    }
}
