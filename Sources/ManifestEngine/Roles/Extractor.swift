package import JSON
package import Jinja
package import Manifest

/// Finds the records in the values of a response.
package protocol Extractor: Sendable {
    /// Levels of the body above the records, as far as known: the index of the document reaches that far.
    var recordDepth: Int { get }
    /// What reads the body in place of the retriever's decoder, for an extractor that looks at the body itself.
    var ownDecoder: (any Decoder)? { get }
    /// The records of a page, in order. A record that is not an object is passed on; the caller decides about it.
    func extract(from page: DecodedPage, in scope: Scope) async throws -> [JSONValue]
    /// Whether the path to the records exists, even if it holds none; called only for pages without records.
    func findsPlace(in page: DecodedPage, _ scope: Scope) -> Bool
    /// The setting that names the place, for messages.
    var placeText: String { get }
}

extension Extractor {
    package var ownDecoder: (any Decoder)? { nil }
    package func findsPlace(in page: DecodedPage, _ scope: Scope) -> Bool { true }
}

extension Extractor where Self: Component {
    package var placeText: String { Self.typeName }
}
