package import HTTP
package import JSON
package import Manifest

/// What a decoder made of an answer.
package struct DecodedPage: Sendable {
    /// The values found; each is what an extractor looks into.
    package var bodies: [JSONValue]
    /// Something the author of the manifest should know, such as a body that is not JSON.
    package var fault: String?
}

/// Turns the body of an answer into values.
package protocol Decoder: Component {
    /// Whether paginators can read the answer too.
    var canPaginate: Bool { get }
    /// Reads a body. `recordDepth` is the level at which records are expected, for the index of the document.
    func decode(_ response: HTTPResponse, recordDepth: Int) throws -> DecodedPage
}
