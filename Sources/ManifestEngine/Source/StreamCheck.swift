/// Tries a stream: reads until its first record.
struct StreamCheck {
    private struct FirstRecord: Error {}

    let run: SourceRun

    /// Nil when the stream can be read, else why not.
    ///
    /// A slice without records is fine; no slice at all is not.
    func failure(of stream: DeclarativeStream) async -> EngineFailure? {
        var hasSlice = false
        do {
            let reading = try StreamReading(stream, run: run, state: nil)
            try await reading.generateSlices { slice in
                hasSlice = true
                let reader = try SliceReader(reading, slice, readsAhead: false)
                try await reader.read(record: { _ in throw FirstRecord() }, endOfPage: {})
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
