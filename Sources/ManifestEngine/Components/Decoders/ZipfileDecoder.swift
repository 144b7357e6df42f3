package import HTTP
import JSON
package import Manifest

/// Unpacks the files of a zip archive and lets another decoder read each.
///
/// Manifest type `ZipfileDecoder`. See `ZipReader` for how archives are read.
package struct ZipfileDecoder: Component, Decoder {
    package static let typeName = "ZipfileDecoder"
    package static let summary = "Unpacks the files of a zip archive and lets another decoder read each."
    package static let details = """
        Files are read in the order in which they stand in the archive, as it arrives if the inner decoder reads so, by the \
        header before each file: the table of contents at the end of an archive would have to be waited for. Folders are \
        skipped. Files may be stored or deflated; encrypted ones, other methods and a wrong checksum are failures.
        """
    package static let example = """
        type: ZipfileDecoder
        decoder:
          type: CsvDecoder
        """
    package static let fields = [InnerDecoder.field]

    private let inner: any Decoder

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] { InnerDecoder.faults(in: mapping) }

    package init(_ reader: ComponentReader) throws {
        inner = try reader.component(InnerDecoder.field, ComponentRegistry.decoders).nested
    }

    package var readsPieces: Bool { inner.readsPieces }

    package func makeReader(for head: HTTPResponse, recordDepth: Int) throws -> any BodyReader {
        ZipReader(head) { try inner.makeReader(for: head, recordDepth: recordDepth) }
    }
}
