/// An input as lines of text: those that are missing are empty, and the last one holds all that is left.
struct FuzzLines {
    private let lines: [String]

    init(_ bytes: [UInt8], _ count: Int) {
        let parts = bytes.split(separator: 0x0A, maxSplits: count - 1, omittingEmptySubsequences: false)
        let texts = parts.map { String(decoding: $0, as: UTF8.self) }
        lines = texts + Array(repeating: "", count: count - texts.count)
    }

    subscript(_ index: Int) -> String { lines[index] }
}

extension [UInt8] {
    /// Whether other bytes stand somewhere among these.
    func holds(_ other: some Collection<UInt8>) -> Bool { contains(Array(other)) }
}
