package import Dates
import Synchronization
import Text

/// A clock that stands still until somebody waits; waits are over at once, and those before another attempt are noted.
package final class TestClock: EngineClock {
    private struct State {
        var waited = 0.0
        var waits: [Double] = []
    }

    private let start: DateTime
    private let movesOn: Bool
    private let state = Mutex(State())

    /// - Parameter movesOn: whether a wait moves the present on; `uptime` moves on anyway.
    package init(_ start: DateTime, movesOn: Bool = true) {
        self.start = start
        self.movesOn = movesOn
    }

    /// A clock at a moment like `2026-09-10T12:00:00Z`.
    package convenience init(_ text: String, movesOn: Bool = true) throws {
        try self.init(DateFormat("%Y-%m-%dT%H:%M:%S%z").parse(text), movesOn: movesOn)
    }

    /// A clock at 2027-01-15T08:00:00Z, which is 1,800,000,000 seconds after 1970.
    package convenience init() { self.init(DateTime(nearestMicrosecondsSinceEpoch: 1_800_000_000_000_000)) }

    /// The waits asked for so far, in seconds.
    package var waits: [Double] { state.withLock { $0.waits } }

    package func now() -> DateTime {
        let waited = movesOn ? uptime() : 0
        let moved = Int64(Int(saturating: waited * 1_000_000)).addingReportingOverflow(start.microsecondsSinceEpoch)
        return DateTime(nearestMicrosecondsSinceEpoch: moved.overflow ? .max : moved.partialValue)
    }

    package func uptime() -> Double { state.withLock { $0.waited } }

    package func sleep(seconds: Double, for reason: WaitReason) async throws {
        try Task.checkCancellation()
        state.withLock { state in
            if reason == .retry { state.waits.append(seconds) }
            state.waited += seconds
        }
        await Task.yield()
    }
}
