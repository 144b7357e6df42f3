import ManifestEngine

/// Shows on a terminal what a read is doing: a line for each stream under way, drawn again and again.
struct ProgressDisplay {
    private let progress: ReadProgress
    private let clock: any EngineClock

    init(_ progress: ReadProgress, clock: any EngineClock) {
        self.progress = progress
        self.clock = clock
    }

    /// Draws until the task is cancelled, and once more then.
    func run() async {
        var drawn = 0
        while !Task.isCancelled {
            drawn = draw(over: drawn)
            try? await Task.sleep(for: .milliseconds(250))
        }
        _ = draw(over: drawn)
    }

    private func draw(over drawn: Int) -> Int {
        let lines = progress.current.filter { $0.phase != .waiting }.map(line)
        let up = drawn > 0 ? "\u{1B}[\(drawn)A" : ""
        Console.raw(up + lines.map { "\u{1B}[2K\($0)\n" }.joined())
        return lines.count
    }

    private func line(_ stream: ReadProgress.Stream) -> String {
        let seconds = max(0.001, (stream.ended ?? clock.uptime()) - (stream.began ?? 0))
        let rate = Int(Double(stream.records) / seconds)
        let mark =
            switch stream.phase {
            case .waiting: " "
            case .reading: "…"
            case .complete: "✓"
            case .failed: "✗"
            }
        let slice = stream.phase == .reading ? "  \(stream.slice.summary)" : ""
        return "\(mark) \(padded(stream.name, 24)) \(padded(String(stream.records), 10)) records  \(rate)/s\(slice)"
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    /// The summary of a read that is over.
    func summary() -> String {
        progress.current.map { stream in
            let seconds = (stream.ended ?? 0) - (stream.began ?? 0)
            let tenths = Int(seconds * 10)
            let state = stream.phase == .complete ? "complete" : "NOT COMPLETE"
            return "  \(padded(stream.name, 24)) \(padded(String(stream.records), 10)) records"
                + "  \(padded(String(stream.slices), 6)) slices  \(tenths / 10).\(tenths % 10) s  \(state)"
        }.joined(separator: "\n")
    }
}
