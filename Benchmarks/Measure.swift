import Glibc

/// One measured thing and how much of it was done.
struct Figure {
    let name: String
    /// CPU seconds of one round, the fastest of several.
    let seconds: Double
    /// How many records, requests or evaluations a round handles.
    let count: Int
    /// How many bytes a round handles.
    let bytes: Int

    /// Nanoseconds for each of them.
    var nanoseconds: Double { seconds / Double(max(1, count)) * 1e9 }
    /// Megabytes (10^6) a second of CPU.
    var megabytesPerSecond: Double { Double(bytes) / 1e6 / seconds }
}

/// CPU time of this process.
enum Measure {
    private static let rounds = 7

    static func cpuSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    /// Runs a body several times, as often in a round as takes a while, and keeps the fastest round.
    static func figure(_ name: String, count: Int, bytes: Int = 0, _ body: () throws -> Void) rethrows -> Figure {
        try body()
        let once = try time(1, body)
        let repeats = max(1, min(10_000, Int(0.05 / max(once, 1e-7))))
        var best = Double.infinity
        for _ in 0..<rounds { best = min(best, try time(repeats, body) / Double(repeats)) }
        return Figure(name: name, seconds: best, count: count, bytes: bytes)
    }

    private static func time(_ repeats: Int, _ body: () throws -> Void) rethrows -> Double {
        let start = cpuSeconds()
        for _ in 0..<repeats { try body() }
        return cpuSeconds() - start
    }
}

/// Prints figures as tables.
enum Table {
    /// The first figure is what the others are compared with.
    static func show(_ title: String, unit: String, _ figures: [Figure]) {
        print("\n\(title)\n")
        print("| what | ns per \(unit) | MB per CPU-s | times the first |")
        print("| --- | ---: | ---: | ---: |")
        guard let first = figures.first else { return }
        for figure in figures {
            let speed = figure.bytes > 0 ? rounded(figure.megabytesPerSecond) : "-"
            let ratio = figure.nanoseconds / first.nanoseconds
            print("| \(figure.name) | \(rounded(figure.nanoseconds)) | \(speed) | \(rounded(ratio)) |")
        }
    }

    static func rounded(_ number: Double) -> String {
        if number >= 100 { return String(Int(number.rounded())) }
        let hundredths = Int((number * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
