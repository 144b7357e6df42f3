import Synchronization

/// Lines at the foot of the terminal that are redrawn in place; other output goes above them.
final class TerminalFoot: Sendable {
    /// Columns of the lines on the screen.
    private let drawn = Mutex<[Int]>([])
    private let size: @Sendable () -> TerminalSize
    private let output: @Sendable (String) -> Void

    /// - Parameters:
    ///   - size: the size of the terminal now.
    ///   - output: takes what is written.
    init(
        size: @escaping @Sendable () -> TerminalSize = { TerminalSize.current },
        output: @escaping @Sendable (String) -> Void = { Console.raw($0) }
    ) {
        self.size = size
        self.output = output
    }

    /// Draws lines over those on the screen.
    func draw(_ lines: [String]) {
        drawn.withLock { drawn in
            output(erasure(of: drawn) + lines.map { $0 + "\n" }.joined())
            drawn = lines.map(TerminalText.columns)
        }
    }

    /// Leaves the lines on the screen.
    func leave() { drawn.withLock { $0 = [] } }

    /// Writes text in the place of the lines; the next drawing comes below it.
    func write(above text: String) {
        drawn.withLock { drawn in
            output(erasure(of: drawn) + text)
            drawn = []
        }
    }

    /// Goes back to the first of the lines and clears the screen from there; a terminal made narrower has broken them.
    private func erasure(of lines: [Int]) -> String {
        let columns = size().columns
        let rows = lines.reduce(0) { $0 + max(1, ($1 + columns - 1) / columns) }
        return rows > 0 ? "\r\u{1B}[\(rows)A\u{1B}[J" : ""
    }
}
