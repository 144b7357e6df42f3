import JSON
package import Manifest

/// Fetches the records of a stream by a Python class.
///
/// Manifest type `CustomRetriever`.
package final class CustomRetriever: Component, Retriever {
    package static let typeName = "CustomRetriever"
    package static let summary = "Fetches the records of a stream by a Python class."
    package static let details = """
        The class has a method `read_records(records_schema, stream_slice)`, which gives the records of a slice, filtered and \
        changed; a class that is made from `SimpleRetriever` gets requester, paginator and selector. Slices, cursor and state stay \
        with the engine.
        """
    package static let example = """
        type: CustomRetriever
        class_name: source_declarative_manifest.components.Scroll
        """

    private static let routerField = Field(
        "partition_router",
        .oneOrMore(.component(ComponentRegistry.partitionRouters, custom: "CustomPartitionRouter")),
        "The partitions of the stream; several routers give every combination."
    )
    package static let fields = [PythonComponent.classField, routerField]
    package static let runsPython = true

    private let python: PythonComponent
    package let router: (any PartitionRouter)?
    package let selector = RecordSelector(by: WholeRecords())

    package init(_ reader: ComponentReader) throws {
        let name = JSONValue.string(reader.source.streamName)
        let alone: JSONValue = ["type": "DeclarativeStream", "name": name, "retriever": reader.node.json]
        python = try PythonComponent(reader, options: ["stream": reader.source.streamDefinition?.json ?? alone])
        let routers = try reader.components(Self.routerField, ComponentRegistry.partitionRouters)
        router = CartesianPartitionRouter.router(of: routers, isList: reader.isList(Self.routerField))
    }

    package var finishesRecords: Bool { true }

    package func pages(of slice: SliceRun, selecting selection: RecordSelection) -> Pages {
        Pages(PythonPages(python, slice, selection))
    }
}
