package import JSON

/// The records that are left of a page, in order; a long page comes in several parts.
package struct Page: Sendable {
    package let records: [Record]

    package init(_ records: [Record]) { self.records = records }
}

/// Finds the pages of one slice, one after the other.
///
/// Owned by one task.
package protocol PageReader: AnyObject {
    /// The next page, or nil at the end. After an error there is no further page.
    func next() async throws -> Page?
    /// Slices to read in place of the rest of this one, as the API refuses it in one piece; valid at the end.
    var remainder: [StreamSlice] { get }
    /// No further pages are wanted: cancels what is under way, and waits for it to end.
    func stop() async
}

extension PageReader {
    package var remainder: [StreamSlice] { [] }
    package func stop() async {}
}

/// The pages of one slice, pulled by whoever reads them: `for try await page in pages`.
///
/// At most one page is requested ahead of the pull. Owned by one task, and read once.
package struct Pages: AsyncSequence, AsyncIteratorProtocol {
    package typealias Element = Page

    private let reader: any PageReader

    package init(_ reader: any PageReader) { self.reader = reader }

    package func makeAsyncIterator() -> Pages { self }
    package mutating func next() async throws -> Page? { try await reader.next() }

    /// See `PageReader.remainder`.
    package var remainder: [StreamSlice] { reader.remainder }
    /// See `PageReader.stop`.
    package func stop() async { await reader.stop() }
}
