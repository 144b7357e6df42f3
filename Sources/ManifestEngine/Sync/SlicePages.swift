import Diagnostics
import JSON

/// The pages of one slice while a stream is read: opens the slice in the cursor, closes it after the last page.
///
/// Slices that the retriever hands back, because the API refuses one as too large, are read in its place. Owned by one
/// task, and read once; `stop` when it is not read to its end.
final class SlicePages: AsyncSequence, AsyncIteratorProtocol {
    typealias Element = Page

    private let reading: StreamReading
    private let executor: (any TaskExecutor)?
    private let pages: (SliceRun, RecordSelection) throws -> Pages
    /// What is still to be read, the next one last.
    private var waiting: [StreamSlice]
    /// The slices that were read to their end, with what the cursor has seen of each: the one slice, unless others were
    /// read in its place.
    private(set) var done: [(slice: StreamSlice, seen: JSONObject)] = []
    private var current: (slice: StreamSlice, selection: RecordSelection, pages: Pages)?

    /// - Parameters:
    ///   - executor: where requests ahead of the pull run best.
    ///   - pages: gives the pages of a slice; those of the stream's retriever if nil.
    init(
        _ reading: StreamReading,
        _ slice: StreamSlice,
        on executor: (any TaskExecutor)?,
        readBy pages: ((SliceRun, RecordSelection) throws -> Pages)? = nil
    ) {
        self.reading = reading
        self.executor = executor
        self.pages = pages ?? reading.stream.retriever.pages(of:selecting:)
        waiting = [slice]
    }

    deinit {
        // Findings of a slice that was not read to its end count too.
        if let current { reading.findings.add(current.selection.findings) }
    }

    func makeAsyncIterator() -> SlicePages { self }

    func next() async throws -> Page? {
        while true {
            if current == nil {
                guard let slice = waiting.popLast() else { return nil }
                try await begin(slice)
            }
            if let page = try await current?.pages.next() { return page }
            end()
        }
    }

    /// Cancels what is under way, and waits for it to end.
    func stop() async { await current?.pages.stop() }

    private func begin(_ slice: StreamSlice) async throws {
        let context = reading.run.context
        context.messages.debug("Stream \(reading.stream.name): reading the slice \(slice.summary)")
        let run = SliceRun(
            slice,
            streamName: reading.stream.name,
            source: reading.run,
            cursor: reading.stream.cursor,
            executor: executor,
            stream: reading
        )
        let scope = run.makeScope()
        let tracker = try reading.cursor?.makeTracker(for: slice, now: context.clock.now(), in: scope)
        let selection = RecordSelection(
            reading.stream,
            tracker: tracker,
            normalizer: try await reading.normalizer(),
            context: context,
            scope: scope,
            upload: upload
        )
        current = (slice, selection, try pages(run, selection))
    }

    /// What gives a record of the stream its file.
    private var upload: ((Record) async throws -> RecordFile?)? {
        let (stream, run) = (reading.stream, reading.run)
        return stream.uploader.map { uploader in
            { try await uploader.file(of: $0, stream: stream.name, in: run) }
        }
    }

    private func end() {
        guard let (slice, selection, pages) = current else { return }
        current = nil
        reading.findings.add(selection.findings)
        guard pages.remainder.isEmpty else {
            reading.cursor?.replace(slice, by: pages.remainder)
            return waiting += pages.remainder.reversed()
        }
        done.append((slice, selection.tracker?.seen ?? [:]))
        if let tracker = selection.tracker { reading.cursor?.close(slice, tracker) }
    }
}
