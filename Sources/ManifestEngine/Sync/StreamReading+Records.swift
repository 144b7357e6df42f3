import JSON
import Manifest

extension StreamReading {
    /// All records of the stream, page by page, for components that read a stream as a whole.
    func allPages() async throws -> [(slice: StreamSlice, records: [Record])] {
        var found: [(slice: StreamSlice, records: [Record])] = []
        try await generateSlices { slice in
            try await self.withPages(of: slice) { pages in
                for try await page in pages { found.append((slice, page.records)) }
            }
        }
        return found
    }
}
