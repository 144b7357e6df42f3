import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine
@testable import engine

@Suite("ProgressDisplay")
struct ProgressDisplayTests {
    private static func display(_ names: [String], reading: Int = .max) throws -> ProgressDisplay {
        let progress = ReadProgress(names)
        for (place, name) in names.enumerated() {
            progress.update(name) { stream in
                stream.phase = place < reading ? .reading : .complete
                stream.records = 1_234_567
                stream.slice = StreamSlice(partition: ["call": .string(String(repeating: "7", count: 60))])
            }
        }
        return ProgressDisplay(progress, clock: try TestClock("2026-09-10T12:00:00Z"))
    }

    @Test(
        "each line fits on one row of the terminal, whatever its width",
        arguments: [200, 80, 79, 56, 55, 40, 20, 8, 2, 1, 0]
    )
    func width(_ columns: Int) throws {
        let names = ["calls", "a_stream_with_a_name_that_is_much_longer_than_others", "記録記録記録記録記録記録記録記録"]
        let size = TerminalSize(columns: columns, rows: 24)
        let lines = try Self.display(names).lines(for: size)
        #expect(lines.count == 3)
        #expect(lines.allSatisfy { TerminalText.columns($0) < size.columns })
    }

    @Test(
        "narrow terminals show name and count, wide ones the slice",
        arguments: [
            (80, "… calls                    1234567    records  1234567000/s  {\"call\":\"77777777…"),
            (40, "… calls                    1234567"),
            (0, "… calls                    1234567    records  1234567000/s  {\"call\":\"77777777…"),
        ]
    )
    func text(_ columns: Int, _ expected: String) throws {
        #expect(try Self.display(["calls"]).lines(for: TerminalSize(columns: columns, rows: 0)) == [expected])
    }

    @Test("more streams than rows: those under way are shown, the others counted")
    func rows() throws {
        let names = (1...30).map { "stream\($0)" }
        let lines = try Self.display(names.reversed(), reading: 2).lines(for: TerminalSize(columns: 80, rows: 5))
        #expect(lines.map { String($0.dropFirst(2).prefix(8)) } == ["stream30", "stream29", "stream28", "and 27 m"])
    }
}
