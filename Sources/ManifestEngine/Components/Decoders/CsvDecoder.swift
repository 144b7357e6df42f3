import Diagnostics
package import HTTP
package import JSON
package import Manifest

/// Reads each row of a CSV body as an object of strings, named by the first row.
///
/// Manifest type `CsvDecoder`. The body is read as it arrives. Cells that a row lacks are null, cells beyond the names
/// are a list by the name `null`, rows without any cell are skipped, and of several columns of one name the last counts.
package struct CsvDecoder: Component, Decoder {
    package static let typeName = "CsvDecoder"
    package static let summary = "Reads each row of a CSV body as an object of strings, named by the first row."

    package static let details = """
        The body is read as it arrives, so it may be larger than memory. Cells that a row lacks are null, cells \
        beyond the names become a list named `null`, and of several columns with one name the last counts.
        """
    package static let example = """
        type: CsvDecoder
        delimiter: ';'
        """

    private static let encodingField = Field(
        "encoding",
        .string,
        default: "utf-8",
        "The encoding of the body, such as `utf-8`, `utf-8-sig`, `latin-1` or `cp1252`."
    )
    private static let delimiterField = Field(
        "delimiter",
        .string,
        default: ",",
        "The character between two cells; `\\t` is a tab."
    )
    private static let noneField = Field(
        "set_values_to_none",
        .list(.string),
        "Cell values that mean null."
    )
    package static let fields = [encodingField, delimiterField, noneField]

    private let encoding: String
    private let delimiter: [UInt8]
    private let nullTexts: CellTexts?

    package let readsPieces = true

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] {
        var faults: [FieldFault] = []
        if let text = mapping[delimiterField.name]?.string, Self.delimiter(text) == nil {
            faults.append(
                FieldFault(
                    delimiterField.name,
                    "the delimiter is one character, not '\(text)'",
                    fix: "give the one character between two cells, `\\t` for a tab"
                )
            )
        }
        return faults + CharsetReader.faults(of: encodingField, in: mapping)
    }

    package init(_ reader: ComponentReader) throws {
        let name = reader.optionalString(Self.encodingField) ?? ""
        encoding = name.isEmpty ? "utf-8" : name
        let text = reader.optionalString(Self.delimiterField) ?? ""
        delimiter = Self.delimiter(text.isEmpty ? "," : text) ?? [0x2C]
        let texts = reader.strings(Self.noneField)
        nullTexts = texts.isEmpty ? nil : CellTexts(texts)
    }

    /// The bytes of a delimiter; nil when it is not one character.
    ///
    /// Escapes with a backslash are resolved.
    static func delimiter(_ text: String) -> [UInt8]? {
        let names: [String: String] = ["\\t": "\t", "\\\\": "\\", "\\0": "\0", "\\x01": "\u{1}", "\\u0001": "\u{1}"]
        let text = names[text] ?? text
        guard text.unicodeScalars.count <= 1, !["\n", "\r", "\""].contains(text) else { return nil }
        return Array((text.isEmpty ? "," : text).utf8)
    }

    package func makeReader(for head: HTTPResponse, recordDepth: Int) throws -> any BodyReader {
        guard let charset = CharsetReader(encoding) else {
            throw EngineFailure(.config, "The encoding '\(encoding)' of the CsvDecoder is unknown.")
        }
        return CSVReader(CSVCells(delimiter: delimiter), charset, nullTexts: nullTexts, recordDepth: recordDepth)
    }
}
