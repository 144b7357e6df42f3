package import Manifest

/// Reads records that the API prepares in jobs: creates a job for each slice, polls it, downloads what it made.
///
/// Manifest type `AsyncRetriever`.
package final class AsyncRetriever: Component, Retriever {
    package static let typeName = "AsyncRetriever"
    package static let summary = "Reads records that the API prepares in jobs."
    package static let details = """
        For each slice it creates a job, polls it every five seconds, downloads the records of each download target, and \
        deletes the job. A job that fails or takes too long is replaced, up to three jobs a slice. No more jobs run at once \
        than `max_concurrent_async_job_count` of the source says. Templates of polling, abortion and deletion may read \
        `creation_response`, those of the download `polling_response` and `download_target` as well.
        """
    package static let example = """
        type: AsyncRetriever
        creation_requester:
          type: HttpRequester
          url: https://api.example.com/reports
          http_method: POST
        polling_requester:
          type: HttpRequester
          url: "https://api.example.com/reports/{{ creation_response['id'] }}"
        status_extractor:
          type: DpathExtractor
          field_path: [status]
        status_mapping:
          type: AsyncJobStatusMap
          running: [queued, processing]
          completed: [done]
          failed: [error]
          timeout: []
        download_target_extractor:
          type: DpathExtractor
          field_path: [files, "*"]
        download_requester:
          type: HttpRequester
          url: "{{ download_target }}"
        download_decoder:
          type: CsvDecoder
        record_selector:
          type: RecordSelector
          extractor:
            type: DpathExtractor
            field_path: []
        """

    private static func requester(_ name: String, _ meaning: String, isRequired: Bool = false) -> Field {
        let shape = FieldShape.component(ComponentRegistry.requesters, default: "HttpRequester")
        return isRequired ? .required(name, shape, meaning) : Field(name, shape, meaning)
    }

    private static let creation = requester("creation_requester", "The request that creates a job.", isRequired: true)
    private static let polling = requester(
        "polling_requester",
        "The request for the status of a job.",
        isRequired: true
    )
    private static let download = requester("download_requester", "The request for the records.", isRequired: true)
    private static let targetRequester = requester(
        "download_target_requester",
        "The request whose response has the download targets, in place of that of the polling."
    )
    private static let abortion = requester("abort_requester", "The request that ends a job that takes too long.")
    private static let deletion = requester(
        "delete_requester",
        "The request that deletes a job whose records were read."
    )
    private static let selectorField = Field.required(
        "record_selector",
        .component(ComponentRegistry.recordSelectors, default: "RecordSelector"),
        "Which records are kept; its extractor has no effect."
    )
    private static let statusMap = Field.required(
        "status_mapping",
        .component(ComponentRegistry.jobStatusMaps, default: AsyncJobStatusMap.typeName),
        "What the API calls the states of a job."
    )
    private static let extractors = FieldShape.component(ComponentRegistry.extractors, custom: "CustomRecordExtractor")
    private static let statusExtractor = Field.required("status_extractor", extractors, "Where the status of a job is.")
    private static let targetExtractor = Field(
        "download_target_extractor",
        extractors,
        "Where the download targets are; without it there is one download, with the target `\"\"`."
    )
    private static let downloadExtractor = Field(
        "download_extractor",
        extractors,
        default: ["type": "DpathExtractor", "field_path": []],
        "Where the records of a download are."
    )
    private static let downloadPaginator = Field(
        "download_paginator",
        .component(ComponentRegistry.paginators, default: "NoPagination"),
        default: ["type": "NoPagination"],
        "How further pages of a download are requested."
    )
    private static let timeout = Field(
        "polling_job_timeout",
        .integerOrTemplate(),
        default: 60,
        "Minutes after which a job counts as one that takes too long."
    )
    private static let retryWait = Field(
        "failed_retry_wait_time_in_seconds",
        .integerOrTemplate(.atLeast(1)),
        "Seconds until a job that has failed is replaced."
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
        "How responses about jobs are read."
    )
    private static let downloadDecoder = Field(
        "download_decoder",
        .component(ComponentRegistry.decoders),
        default: ["type": "JsonDecoder"],
        "How downloads are read."
    )
    package static let fields = [
        creation, polling, statusExtractor, statusMap, timeout, retryWait, targetRequester, targetExtractor, download,
        downloadExtractor, downloadPaginator, downloadDecoder, abortion, deletion, selectorField, routerField,
        decoderField,
    ]

    package let selector: RecordSelector
    package let router: (any PartitionRouter)?
    let jobs: AsyncJobRequests
    let downloads: SimpleRetriever
    private let timeout: TemplateText
    private let retryWait: TemplateText?

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] {
        guard mapping[targetRequester.name] != nil, mapping[targetExtractor.name] == nil else { return [] }
        return [
            FieldFault(
                targetRequester.name,
                code: "missing-field",
                "'download_target_requester' needs 'download_target_extractor'",
                fix: "add 'download_target_extractor', which says where the targets are in its response"
            )
        ]
    }

    package init(_ reader: ComponentReader) throws {
        let stream = reader.source.streamName
        func requester(_ field: Field, _ kind: String) throws -> (any Requester)? {
            try reader.named("\(kind) - \(stream)").optionalComponent(field, ComponentRegistry.requesters)
        }
        func needed(_ field: Field, _ kind: String) throws -> any Requester {
            try reader.named("\(kind) - \(stream)").component(field, ComponentRegistry.requesters)
        }
        jobs = AsyncJobRequests(
            creation: try needed(Self.creation, "job creation"),
            polling: try needed(Self.polling, "job polling"),
            targets: try requester(Self.targetRequester, "job extract_url"),
            abortion: try requester(Self.abortion, "job abort"),
            deletion: try requester(Self.deletion, "job delete"),
            decoder: try reader.component(Self.decoderField, ComponentRegistry.decoders),
            statusExtractor: try reader.component(Self.statusExtractor, ComponentRegistry.extractors),
            targetExtractor: try reader.optionalComponent(Self.targetExtractor, ComponentRegistry.extractors),
            statuses: try reader.component(Self.statusMap, ComponentRegistry.jobStatusMaps)
        )
        selector = try reader.component(Self.selectorField, ComponentRegistry.recordSelectors).extracting(
            by: reader.component(Self.downloadExtractor, ComponentRegistry.extractors)
        )
        let routers = try reader.components(Self.routerField, ComponentRegistry.partitionRouters)
        router = CartesianPartitionRouter.router(of: routers, isList: reader.isList(Self.routerField))
        downloads = SimpleRetriever(
            requester: try needed(Self.download, "job download"),
            selector: selector,
            paginator: try reader.component(Self.downloadPaginator, ComponentRegistry.paginators),
            decoder: try reader.component(Self.downloadDecoder, ComponentRegistry.decoders)
        )
        timeout = try reader.template(Self.timeout)
        retryWait = try reader.optionalTemplate(Self.retryWait)
    }

    package func pages(of slice: SliceRun, selecting selection: RecordSelection) throws -> Pages {
        let scope = slice.context.makeScope()
        let patience = AsyncJobPatience(
            timeout: try timeout.value(in: scope).json().integer.map { Double($0) * 60 } ?? 3600,
            retryWait: try retryWait?.value(in: scope).json().integer.map(Double.init) ?? 0
        )
        return Pages(AsyncJobPages(self, patience, slice, selection))
    }
}
