import Synchronization
import Testing

@testable import engine

@Suite("TerminalFoot")
struct TerminalFootTests {
    /// A terminal that keeps what it is sent.
    private final class Screen: Sendable {
        let columns: Mutex<Int>
        private let sent = Mutex<[String]>([])

        init(columns: Int) { self.columns = Mutex(columns) }

        var writes: [String] { sent.withLock { $0 } }

        var foot: TerminalFoot {
            TerminalFoot(
                size: { TerminalSize(columns: self.columns.withLock { $0 }, rows: 24) },
                output: { text in self.sent.withLock { $0.append(text) } }
            )
        }
    }

    @Test("lines are drawn over those before, and text goes above them")
    func drawing() {
        let screen = Screen(columns: 40)
        let foot = screen.foot
        foot.draw(["a", "b"])
        foot.draw(["c"])
        foot.write(above: "note\n")
        foot.draw(["d"])
        foot.leave()
        foot.write(above: "end\n")
        let up = { (rows: Int) in "\r\u{1B}[\(rows)A\u{1B}[J" }
        #expect(screen.writes == ["a\nb\n", up(2) + "c\n", up(1) + "note\n", "d\n", "end\n"])
    }

    @Test("a terminal made narrower has broken the lines, which then take more rows")
    func resize() {
        let screen = Screen(columns: 40)
        let foot = screen.foot
        foot.draw([String(repeating: "x", count: 39), "y", ""])
        screen.columns.withLock { $0 = 13 }
        foot.draw([])
        #expect(screen.writes.last == "\r\u{1B}[5A\u{1B}[J")
    }
}
