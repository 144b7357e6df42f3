import Synchronization
import Testing

@testable import HTTP

struct ConnectionLedgerTests {
    /// Requests under way.
    private final class Counts: Sendable {
        private let counts = Mutex((now: 0, most: 0, all: 0))

        var most: Int { counts.withLock { $0.most } }
        var all: Int { counts.withLock { $0.all } }

        func begin() {
            counts.withLock {
                $0.now += 1
                $0.most = max($0.most, $0.now)
                $0.all += 1
            }
        }

        func end() { counts.withLock { $0.now -= 1 } }
    }

    @Test("no more requests are under way than the limit allows, and all come to their turn")
    func limit() async {
        let ledger = ConnectionLedger(limit: 3)
        let counts = Counts()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    await ledger.enter(to: "a")
                    counts.begin()
                    await Task.yield()
                    counts.end()
                    ledger.leave()
                }
            }
        }
        #expect(counts.most <= 3)
        #expect(counts.all == 50)
    }
}
