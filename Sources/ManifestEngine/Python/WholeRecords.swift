import JSON
import Jinja
import Manifest

/// Takes values as the records that they are.
struct WholeRecords: Extractor {
    var recordDepth: Int { 0 }
    var placeText: String { "the class" }

    func extract(from page: DecodedPage, in scope: Scope) async throws -> [JSONValue] { page.bodies }
}
