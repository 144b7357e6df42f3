import HTTP
import JSON

/// Reads a CSV table, gzip or not, by the rules of pandas.
struct FileTableDecoder: Decoder {
    /// What pandas takes for a missing value.
    private static let missingTexts = CellTexts([
        "", "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN", "<NA>", "N/A", "NA",
        "NULL", "NaN", "None", "n/a", "nan", "null",
    ])
    private static let emptyText = CellTexts([""])

    /// Whether only empty cells are null.
    let preservesTexts: Bool

    let readsPieces = true

    func makeReader(for head: HTTPResponse, recordDepth: Int) throws -> any BodyReader {
        let nullTexts = preservesTexts ? Self.emptyText : Self.missingTexts
        return GzipReader(FileTableReader(nullTexts: nullTexts, recordDepth: recordDepth), head)
    }
}
