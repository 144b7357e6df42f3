import JSON
package import Manifest

/// Reads the records of a stream page by page, slice by slice.
///
/// Manifest type `SimpleRetriever`.
package final class SimpleRetriever: Component, Retriever {
    package static let typeName = "SimpleRetriever"
    package static let summary = "Reads the records of a stream page by page, slice by slice."
    package static let example = """
        type: SimpleRetriever
        requester:
          type: HttpRequester
          url: https://api.example.com/users
        record_selector:
          type: RecordSelector
          extractor:
            type: DpathExtractor
            field_path: [users]
        paginator:
          type: DefaultPaginator
          pagination_strategy:
            type: PageIncrement
            page_size: 100
          page_token_option:
            type: RequestOption
            inject_into: request_parameter
            field_name: page
        """

    private static let requesterField = Field.required(
        "requester",
        .component(ComponentRegistry.requesters, default: "HttpRequester"),
        "The request that fetches a page."
    )
    private static let selectorField = Field.required(
        "record_selector",
        .component(ComponentRegistry.recordSelectors, default: "RecordSelector"),
        "Where the records of a page are, and which are kept."
    )
    private static let paginatorField = Field(
        "paginator",
        .component(ComponentRegistry.paginators, default: "NoPagination"),
        default: ["type": "NoPagination"],
        "How further pages are requested."
    )
    private static let routerField = Field(
        "partition_router",
        .oneOrMore(.component(ComponentRegistry.partitionRouters, custom: "CustomPartitionRouter")),
        "The partitions of the stream; several routers give every combination."
    )
    private static let decoderField = Field(
        "decoder",
        .component(ComponentRegistry.decoders),
        default: ["type": "JsonDecoder"],
        "How the body of a response is read."
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

    let requester: any Requester
    package let selector: RecordSelector
    let paginator: any Paginator
    package let router: (any PartitionRouter)?
    let decoder: any Decoder
    /// Whether requests with a page token leave out what slices add.
    let dropsSlicerOnPages: Bool

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] { CombinedExtractorUse.faults(in: mapping) }

    package init(_ reader: ComponentReader) throws {
        requester = try reader.component(Self.requesterField, ComponentRegistry.requesters)
        selector = try reader.component(Self.selectorField, ComponentRegistry.recordSelectors)
        paginator = try reader.component(Self.paginatorField, ComponentRegistry.paginators)
        let routers = try reader.components(Self.routerField, ComponentRegistry.partitionRouters)
        router = CartesianPartitionRouter.router(of: routers, isList: reader.isList(Self.routerField))
        decoder = try reader.component(Self.decoderField, ComponentRegistry.decoders)
        dropsSlicerOnPages = reader.bool(Self.ignoresSlicer)
    }

    /// A retriever without partitions.
    init(requester: any Requester, selector: RecordSelector, paginator: any Paginator, decoder: any Decoder) {
        self.requester = requester
        self.selector = selector
        self.paginator = paginator
        self.decoder = decoder
        router = nil
        dropsSlicerOnPages = false
    }

    /// What reads bodies: the extractor's own decoder, if it has one.
    var bodyDecoder: any Decoder { selector.extractor.ownDecoder ?? decoder }

    package func pages(of slice: SliceRun, selecting selection: RecordSelection) -> Pages {
        guard let properties = requester.properties else { return Pages(RequestedPages(self, slice, selection)) }
        return Pages(PropertyPages(self, properties, slice, selection))
    }
}
