import Diagnostics

/// Checks a stream: reads until its first record.
///
/// The run should be one that `isCheck`, so that nothing beyond it is requested.
struct StreamCheck {
    private struct FirstRecord: Error {}

    let run: SourceRun

    /// Nil when the stream can be read, else why not.
    ///
    /// A slice without records is fine; no slices at all are not.
    func failure(of stream: DeclarativeStream) async -> EngineFailure? {
        var hasSlice = false
        do {
            let reading = try await StreamReading.open(stream, run: run)
            try await reading.generateSlices { slice in
                hasSlice = true
                try await reading.withPages(of: slice) { pages in
                    for try await page in pages where !page.records.isEmpty { break }
                }
                throw FirstRecord()
            }
        } catch is FirstRecord {
            return nil
        } catch {
            return EngineFailure.from(error)
        }
        return hasSlice ? nil : EngineFailure(.config, "there is nothing to read: no slices were found")
    }
}
