package import HTTP
import JSON
package import Manifest

/// Reads each line of the body as a record with the string `record`.
///
/// Manifest type `IterableDecoder`. The body is read as it arrives. Lines end with LF, CR or both; blank ones count.
package struct IterableDecoder: Component, Decoder {
    package static let typeName = "IterableDecoder"
    package static let summary = "Reads each line of the body as a record with the string `record`."
    package static let details = """
        The body is read as it arrives, so it may be larger than memory. Lines end with LF, CR or CRLF; a blank line is an \
        empty string. A line that is not UTF-8 is a failure.
        """
    package static let example = """
        type: IterableDecoder
        """
    package static let fields: [Field] = []

    package let readsPieces = true

    package init(_ reader: ComponentReader) throws {}

    package func makeReader(for head: HTTPResponse, recordDepth: Int) throws -> any BodyReader {
        TextLinesReader(recordDepth: recordDepth)
    }
}
