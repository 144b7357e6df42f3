package import JSON
package import Jinja
package import Manifest

/// What an extractor found on a page.
package struct Extraction: Sendable {
    /// The records, in order.
    ///
    /// One that is not an object is passed on; the caller decides about it.
    package var records: [JSONValue]
    /// Records that were left out but count for the size of the page.
    package var droppedCount = 0
    /// Notes for the author of the manifest.
    package var notes: [String] = []

    package init(_ records: [JSONValue] = []) { self.records = records }

    /// Records of the page, those left out included.
    var count: Int { records.count + droppedCount }

    /// Adds what another extractor found.
    mutating func add(_ other: Extraction) {
        records += other.records
        droppedCount += other.droppedCount
        notes += other.notes
    }
}

/// Finds the records in the values of a response.
package protocol Extractor: Sendable {
    /// Levels of the body above the records, as far as known: the index of the document reaches that far.
    var recordDepth: Int { get }
    /// What reads the body in place of the retriever's decoder, for an extractor that looks at the body itself.
    var ownDecoder: (any Decoder)? { get }
    /// The records of a page, in order. A record that is not an object is passed on; the caller decides about it.
    func extract(from page: DecodedPage, in scope: Scope) async throws -> [JSONValue]
    /// The records of a page, and what there is to say about them.
    func extraction(from page: DecodedPage, in scope: Scope) async throws -> Extraction
    /// Whether the path to the records exists, even if it holds none; called only for pages without records.
    func findsPlace(in page: DecodedPage, _ scope: Scope) -> Bool
    /// The setting that names the place, for messages.
    var placeText: String { get }
}

extension Extractor {
    package var ownDecoder: (any Decoder)? { nil }
    package func findsPlace(in page: DecodedPage, _ scope: Scope) -> Bool { true }

    package func extraction(from page: DecodedPage, in scope: Scope) async throws -> Extraction {
        Extraction(try await extract(from: page, in: scope))
    }
}

extension Extractor where Self: Component {
    package var placeText: String { Self.typeName }
}
