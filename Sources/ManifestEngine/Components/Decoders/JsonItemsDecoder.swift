import Diagnostics
package import HTTP
import JSON
package import Manifest

/// Reads the elements of one array of a JSON body as it arrives.
///
/// Manifest type `JsonItemsDecoder`. The elements are found by the structure of the text and parsed a batch at a time, so
/// that the body may be larger than memory.
package struct JsonItemsDecoder: Component, Decoder {
    package static let typeName = "JsonItemsDecoder"
    package static let summary = "Reads the elements of one array of a JSON body as it arrives."
    package static let details = """
        The body may be larger than memory. Names of the path are those of objects; `item` leads into the elements of an \
        array on the way. Without such an array there are no records. What is not an element is only looked at for its \
        structure; a body that ends too early is a failure, after the elements before.
        """
    package static let example = """
        type: JsonItemsDecoder
        items_path: data.users
        """

    private static let pathField = Field.required(
        "items_path",
        .string,
        "Path to the array, with dots between its names."
    )
    private static let encodingField = Field("encoding", .string, default: "utf-8", "The encoding of the body.")
    package static let fields = [pathField, encodingField]

    private let path: String
    private let encoding: String

    package let readsPieces = true

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] {
        let isEmpty = mapping[pathField.name]?.string == ""
        let fault = FieldFault(
            pathField.name,
            "the path to the array is empty",
            fix: "name the array; use a JsonDecoder for an array at the top"
        )
        return (isEmpty ? [fault] : []) + CharsetReader.faults(of: encodingField, in: mapping)
    }

    package init(_ reader: ComponentReader) throws {
        path = try reader.string(Self.pathField)
        let name = reader.optionalString(Self.encodingField) ?? ""
        encoding = name.isEmpty ? "utf-8" : name
    }

    package func makeReader(for head: HTTPResponse, recordDepth: Int) throws -> any BodyReader {
        guard let charset = CharsetReader(encoding) else {
            throw EngineFailure(.config, "The encoding '\(encoding)' of the JsonItemsDecoder is unknown.")
        }
        let text = ["utf-8", "utf8"].contains(charset.name) ? StartedText() : StartedText(charset)
        return JSONItemsReader(path: path, text, recordDepth: recordDepth)
    }
}
