/// Texts that a cell may have, looked up by the bytes of the cell.
struct CellTexts {
    /// The texts of each length.
    private let byLength: [[[UInt8]]]

    init(_ texts: some Sequence<String>) {
        let all = Set(texts).map { Array($0.utf8) }
        var byLength = Array(repeating: [[UInt8]](), count: (all.map(\.count).max() ?? -1) + 1)
        for text in all { byLength[text.count].append(text) }
        self.byLength = byLength
    }

    func contains(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        guard cell.count < byLength.count else { return false }
        return byLength[cell.count].contains { $0.elementsEqual(cell) }
    }
}
