import Dates
import ManifestEngine
import Text

/// Shows on a terminal what a read is doing: a line for each stream under way, redrawn continually.
struct ProgressDisplay {
    private let progress: ReadProgress
    private let clock: any EngineClock

    init(_ progress: ReadProgress, clock: any EngineClock) {
        self.progress = progress
        self.clock = clock
    }

    /// Draws until the task is cancelled, and then once more.
    func run() async {
        while !Task.isCancelled {
            Console.foot.draw(lines(for: .current))
            try? await Task.sleep(for: .milliseconds(250))
        }
        Console.foot.draw(begun.map { line($0, TerminalSize.current.columns) })
        Console.foot.leave()
    }

    private var begun: [ReadProgress.Stream] { progress.current.filter { $0.phase != .waiting } }

    /// The lines that fit on the screen; streams that are done make room for the others.
    func lines(for size: TerminalSize) -> [String] {
        let all = begun
        // The cursor is in the row below.
        let room = size.rows - 1
        guard all.count > room else { return all.map { line($0, size.columns) } }
        let under = all.filter { $0.phase == .reading }
        let shown = (under + all.filter { $0.phase != .reading }).prefix(room - 1)
        let rest = TerminalText.fitted("  and \(all.count - shown.count) more streams", size.columns - 1)
        return shown.map { line($0, size.columns) } + [rest]
    }

    /// One stream; narrow terminals show less of it.
    ///
    /// The last column stays free, as some terminals break the line there.
    private func line(_ stream: ReadProgress.Stream, _ columns: Int) -> String {
        let seconds = max(0.001, (stream.ended ?? clock.uptime()) - (stream.began ?? 0))
        let rate = Int(saturating: Double(stream.records) / seconds)
        let mark =
            switch stream.phase {
            case .waiting: " "
            case .reading: "…"
            case .complete: "✓"
            case .failed: "✗"
            }
        let name = TerminalText.padded(stream.name, min(24, max(8, columns - 14)))
        let slice = stream.phase == .reading ? "  \(stream.slice.summary)" : ""
        let text =
            columns < 56
            ? "\(mark) \(name) \(stream.records)"
            : "\(mark) \(name) \(TerminalText.padded(String(stream.records), 10)) records  \(rate)/s\(slice)"
        return TerminalText.fitted(text, columns - 1)
    }

    /// The summary of a read that is over.
    func summary() -> String {
        progress.current.map { stream in
            let seconds = (stream.ended ?? 0) - (stream.began ?? 0)
            let tenths = Int(saturating: seconds * 10)
            let state = stream.phase == .complete ? "complete" : "INCOMPLETE"
            return "  \(padded(stream.name, 24)) \(padded(String(stream.records), 10)) records"
                + "  \(padded(String(stream.slices), 6)) slices  \(tenths / 10).\(tenths % 10) s  \(state)"
        }.joined(separator: "\n")
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
