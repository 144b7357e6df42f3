import Testing
import YAML

@Suite("positions")
struct PositionTests {
    @Test("are ordered by line, then by column")
    func order() {
        let places = [(2, 1), (1, 9), (1, 2), (10, 1)].map { Position(line: $0.0, column: $0.1) }
        #expect(places.sorted().map(\.description) == ["1:2", "1:9", "2:1", "10:1"])
    }

    @Test("start at 1")
    func bounds() {
        #expect(Position(line: 0, column: -3) == .start)
        #expect(SourceRange(start: .start, end: Position(line: 2, column: 3)).description == "1:1-2:3")
    }
}
