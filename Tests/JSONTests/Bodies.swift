import Foundation
import JSON
import TestSupport

extension RecordedRow {
    /// The body of a case: text, or bytes in hexadecimal digits where it is not UTF-8.
    var body: [UInt8] {
        guard argument == "hex" else { return Array(input.utf8) }
        let digits = Array(input.utf8)
        return stride(from: 0, to: digits.count, by: 2).map { at in
            UInt8(String(decoding: digits[at..<(at + 2)], as: UTF8.self), radix: 16) ?? 0
        }
    }

    /// The expected lines of a body; nil where it is refused.
    func lines() throws -> [String]? {
        expected == "none" ? nil : try JSONDecoder().decode([String].self, from: Data(expected.utf8))
    }
}

/// Depths of the index that must not change what is read.
let indexDepths = [0, 1, 2, 3, 64]

/// The texts of what a body holds, as they stand in record lines; nil when it is not JSON, or `null`.
func lines(of body: [UInt8], indexDepth: Int) -> [String]? {
    guard let document = try? JSONDocument(Bytes(body), indexDepth: indexDepth) else { return nil }
    let root = document.root
    guard root.kind != .null else { return nil }
    return (root.kind == .array ? root.elements : [root]).map { element in
        guard let record = Record(element) else { return JSONValue.view(element).text }
        return text(of: record)
    }
}

/// The data of a record's line.
func text(of record: Record) -> String {
    let bytes = Bytes()
    record.write(to: bytes)
    return bytes.text
}
