import JSON
import Manifest

/// The records that a class fetches for a slice, in parts.
final class PythonPages: PageReader {
    private let python: PythonComponent
    private let run: SliceRun
    private let selection: RecordSelection
    private var batches: PythonBatches?
    private var failure: (any Error)?

    init(_ python: PythonComponent, _ run: SliceRun, _ selection: RecordSelection) {
        self.python = python
        self.run = run
        self.selection = selection
    }

    func next() async throws -> Page? {
        if let failure { throw failure }
        let batches = try await begun()
        guard let part = try await batches.next() else { return nil }
        var summary = PageSummary(extractedCount: part.count, emittedCount: 0)
        let (records, failure) = await selection.select(part[...], summary: &summary)
        self.failure = failure
        return Page(records)
    }

    func stop() async { await batches?.stop() }

    private func begun() async throws -> PythonBatches {
        if let batches { return batches }
        let given: JSONObject = [
            "slice": PythonComponent.argument(run.slice), "schema": .object(try await run.stream?.schema() ?? [:]),
            "state": run.stream?.givenState.map(JSONValue.object) ?? .null,
        ]
        let batches = PythonBatches(python, "records", given: given)
        self.batches = batches
        return batches
    }
}
