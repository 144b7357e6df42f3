package import HTTP
import JSON
package import Manifest

/// Unpacks a gzip body and lets another decoder read it.
///
/// Manifest type `GzipDecoder`. Bodies say by their first two bytes whether they are gzip; all others are read as they
/// are. `Content-Encoding` is undone before, by the transport.
package struct GzipDecoder: Component, Decoder {
    package static let typeName = "GzipDecoder"
    package static let summary = "Unpacks a gzip body and lets another decoder read it."
    package static let details = """
        A body that does not begin as gzip does is read as it is; a `Content-Encoding` is undone in any case. The body is \
        unpacked as it arrives if the inner decoder reads it so. Several gzip members are read one after the other.
        """
    package static let example = """
        type: GzipDecoder
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
        GzipReader(try inner.makeReader(for: head, recordDepth: recordDepth), head)
    }
}
