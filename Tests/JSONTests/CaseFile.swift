import Foundation
import JSON

/// Rows of a file in `Cases`: JSON objects, one a line, written by the reference.
enum CaseFile {
    static func rows(_ name: String) -> [JSONValue] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Cases")
        guard let data = try? Data(contentsOf: folder.appendingPathComponent(name)) else { return [] }
        return data.split(separator: 0x0A).compactMap { line in
            try? JSONDocument(Bytes(Array(line))).root.value
        }
    }
}

extension JSONValue {
    /// The body of a case: text, or bytes in hexadecimal digits when it is not UTF-8.
    var bodyBytes: [UInt8] {
        if let body = self["body"]?.string { return Array(body.utf8) }
        let digits = Array((self["hex"]?.string ?? "").utf8)
        return stride(from: 0, to: digits.count, by: 2).map { at in
            UInt8(String(decoding: digits[at..<(at + 2)], as: UTF8.self), radix: 16) ?? 0
        }
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

func text(of record: Record) -> String {
    let bytes = Bytes()
    record.write(to: bytes)
    return bytes.text
}
