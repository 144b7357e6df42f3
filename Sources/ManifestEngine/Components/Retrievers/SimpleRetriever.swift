import JSON
package import Manifest

/// Reads the records of a stream page by page, slice by slice.
///
/// Manifest type `SimpleRetriever`.
package final class SimpleRetriever: Retriever {
    package static let typeName = "SimpleRetriever"
    package static let summary = "Reads the records of a stream page by page, slice by slice."

    private static let requesterField = Field.required(
        "requester",
        .component(ComponentRegistry.requesters),
        "The request that fetches a page."
    )
    private static let selectorField = Field.required(
        "record_selector",
        .component(ComponentRegistry.recordSelectors),
        "Where the records of a page are, and which are kept."
    )
    private static let paginatorField = Field(
        "paginator",
        .component(ComponentRegistry.paginators),
        "How further pages are asked for; without one there is one page."
    )
    private static let routerField = Field(
        "partition_router",
        .either([
            .component(ComponentRegistry.partitionRouters), .list(.component(ComponentRegistry.partitionRouters)),
        ]),
        "Which parts the stream is read in; several routers give every combination."
    )
    private static let decoderField = Field(
        "decoder",
        .component(ComponentRegistry.decoders),
        "How the body of an answer is read; JSON if left out."
    )
    private static let ignoresSlicer = Field(
        "ignore_stream_slicer_parameters_on_paginated_requests",
        .boolean,
        default: false,
        "Whether requests with a page token leave out what slices add."
    )
    package static let fields = [
        requesterField, selectorField, paginatorField, routerField, decoderField, ignoresSlicer,
    ]
    package static let absentFields = ["page_size_reduction", "pagination_reset", "request_window_splitting"]

    let requester: HttpRequester
    package let selector: RecordSelector
    let paginator: any Paginator
    package let router: (any PartitionRouter)?
    let decoder: any Decoder
    /// Whether requests with a page token leave out what slices add.
    let dropsSlicerOnPages: Bool

    package init(_ reader: ComponentReader) throws {
        requester = try reader.component(Self.requesterField, ComponentRegistry.requesters)
        selector = try reader.component(Self.selectorField, ComponentRegistry.recordSelectors)
        paginator =
            try reader.optionalComponent(Self.paginatorField, ComponentRegistry.paginators) ?? NoPagination()
        let routers = try reader.components(Self.routerField, ComponentRegistry.partitionRouters)
        router = routers.count > 1 ? CartesianPartitionRouter(routers) : routers.first
        decoder = try reader.optionalComponent(Self.decoderField, ComponentRegistry.decoders) ?? JsonDecoder()
        dropsSlicerOnPages = reader.bool(Self.ignoresSlicer)
    }

    /// What reads bodies: the extractor's own decoder, if it has one.
    var bodyDecoder: any Decoder { selector.extractor.ownDecoder ?? decoder }

    package func pages(of slice: SliceRun, selecting selection: RecordSelection) throws -> Pages {
        Pages(try RequestedPages(self, slice, selection))
    }
}
