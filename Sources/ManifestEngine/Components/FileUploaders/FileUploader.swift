import Diagnostics
import HTTP
import JSON
import Jinja
package import Manifest

/// Downloads the file of each record.
///
/// Manifest type `FileUploader`. The file is written as it arrives, to `STREAM/NAME` below the folder of the run, and never
/// anywhere else: a name with `..`, or with a link on its way, fails the stream.
package struct FileUploader: Component {
    package static let typeName = "FileUploader"
    package static let summary = "Downloads the file of each record."
    package static let details = """
        The requester reads the address as `download_target`. Files go to `STREAM/NAME` below the folder in \
        `AIRBYTE_STAGING_DIRECTORY`, below `/staging/files`, or below `/tmp/airbyte-file-transfer`, whichever is there first. \
        A record tells of its file in `file_reference`. A response that the error handler ignores gives no file.
        """
    package static let example = """
        type: FileUploader
        requester:
          type: HttpRequester
          url: "{{ download_target }}"
        download_target_extractor:
          type: DpathExtractor
          field_path: [content_url]
        filename_extractor: "{{ record.id }}/{{ record.file_name }}"
        """

    private static let requesterField = Field.required(
        "requester",
        .component(ComponentRegistry.requesters, default: "HttpRequester"),
        "The request that downloads a file."
    )
    private static let targetField = Field.required(
        "download_target_extractor",
        .component(ComponentRegistry.extractors, default: "DpathExtractor", custom: "CustomRecordExtractor"),
        "Where a record has the address of its file; the first value counts."
    )
    private static let contentField = Field(
        "file_extractor",
        .component(ComponentRegistry.extractors, default: "DpathExtractor", custom: "CustomRecordExtractor"),
        "Has no effect: the whole body is the file."
    )
    private static let nameField = Field(
        "filename_extractor",
        .template(reads: .config.and("record")),
        "The name of the file, which may have folders in it; by default a random one."
    )
    package static let fields = [requesterField, targetField, contentField, nameField]

    private let requester: any Requester
    private let target: any Extractor
    private let name: TemplateText?

    package init(_ reader: ComponentReader) throws {
        requester = try reader.named("\(reader.source.streamName)_file_uploader")
            .component(Self.requesterField, ComponentRegistry.requesters)
        target = try reader.component(Self.targetField, ComponentRegistry.extractors)
        name = try reader.optionalTemplate(Self.nameField)
    }

    /// Downloads the file of a record; nil when the response is ignored.
    func file(of record: Record, stream: String, in run: SourceRun) async throws -> RecordFile? {
        let target = try await target(of: record, stream: stream, run)
        let slice = SliceRun(
            StreamSlice(extraFields: ["download_target": .string(target)]),
            streamName: stream,
            source: run
        )
        let sent = try await run.requests(of: requester).send(
            in: slice.makeScope(),
            run: run,
            pathToken: nil,
            injected: RequestParts(),
            wantsPieces: true
        )
        if sent.isPassedOver { return nil }
        let folder = try FilesFolder(run.context.options.filesFolder ?? FilesFolder.standard)
        let download = try folder.begin(try fileName(of: record, run.context), of: stream)
        do {
            for try await bytes in FileBytes(sent.response) { try download.write(bytes) }
        } catch {
            download.discard()
            throw EngineFailure.from(error)
        }
        return try download.finish()
    }

    private func target(of record: Record, stream: String, _ run: SourceRun) async throws -> String {
        let found = try await target.extraction(
            from: DecodedPage(bodies: [record.value]),
            in: run.context.makeScope()
        )
        guard let first = found.records.first else {
            throw EngineFailure(.system, "Stream \(stream): a record has no address of its file.")
        }
        guard let text = first.string else {
            throw EngineFailure(.system, "Stream \(stream): the address of a file is \(first.kindName), not a string.")
        }
        return text
    }

    private func fileName(of record: Record, _ context: RunContext) throws -> String {
        guard let name, !name.source.isEmpty else { return FilesFolder.randomName() }
        let scope = context.makeScope()
        scope[.record] = Value(record)
        return try name.text(in: scope)
    }
}

/// The bytes of a response, however it came.
private struct FileBytes: AsyncSequence, AsyncIteratorProtocol {
    private let pieces: (any BodyPieces)?
    private var whole: Bytes?

    init(_ response: HTTPResponse) {
        pieces = response.pieces
        whole = response.pieces.map { _ in nil } ?? response.body
    }

    func makeAsyncIterator() -> FileBytes { self }

    mutating func next() async throws -> Bytes? {
        guard let pieces else { return whole.take() }
        do throws(TransportError) { return try await pieces.next() } catch {
            try Task.checkCancellation()
            throw EngineFailure(.transient, "The download of a file was cut off: \(error).")
        }
    }
}
