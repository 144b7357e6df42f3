import HTTP
package import JSON
package import Jinja
package import Manifest

/// Reads the body itself, as a CSV table: each row is a record.
///
/// Manifest type `ResponseToFileExtractor`. The reference keeps the body in a file and reads that with pandas; here the
/// body is read as it arrives, by the same rules, see `FileTableReader`.
package struct ResponseToFileExtractor: Component, Extractor {
    package static let typeName = "ResponseToFileExtractor"
    package static let summary = "Reads the body itself, as a CSV table: each row is a record."
    package static let details = """
        The decoder of the retriever has no effect. The body, gzip or not, is read as it arrives, so it may be larger than \
        memory, and no file is written. Values are strings; empty cells and texts like `NA`, `null` and `None` are null. \
        Names that occur again get a number, empty ones are `Unnamed: 0` by their place. When the first row has more cells \
        than there are names, that many cells at the beginning of each row are left out; a later row with more cells still \
        is a failure. Blank lines and null bytes are skipped.
        """
    package static let example = """
        type: ResponseToFileExtractor
        preserve_na_values: true
        """

    private static let preservesTexts = Field(
        "preserve_na_values",
        .boolean,
        default: false,
        "Whether texts like `NA` stay what they are; empty cells are null in any case."
    )
    package static let fields = [preservesTexts]

    private let decoder: FileTableDecoder

    package init(_ reader: ComponentReader) throws {
        decoder = FileTableDecoder(preservesTexts: reader.bool(Self.preservesTexts))
    }

    package let recordDepth = 1
    package var ownDecoder: (any Decoder)? { decoder }

    package func extract(from page: DecodedPage, in scope: Scope) throws -> [JSONValue] { page.bodies }
}
