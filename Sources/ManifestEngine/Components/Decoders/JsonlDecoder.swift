package import HTTP
package import JSON
package import Manifest

/// Reads each line of the body as one JSON value.
///
/// Manifest type `JsonlDecoder`. The body is read as it arrives. Lines of white space alone are skipped; a line
/// that is not JSON is an error, as its record would be lost. Encodings are recognized as in `JsonDecoder`.
package struct JsonlDecoder: Component, Decoder {
    package static let typeName = "JsonlDecoder"
    package static let summary = "Reads each line of the body as one JSON value."
    package static let details = """
        The body is read as it arrives, so it may be larger than memory. Blank lines are skipped; a line that \
        is not JSON is a failure.
        """
    package static let example = """
        type: JsonlDecoder
        """
    package static let fields: [Field] = []

    package let readsPieces = true

    package init(_ reader: ComponentReader) throws {}

    package func makeReader(for head: HTTPResponse, recordDepth: Int) throws -> any BodyReader {
        JSONLinesReader(recordDepth: recordDepth, contentType: head.headers["Content-Type"])
    }
}
