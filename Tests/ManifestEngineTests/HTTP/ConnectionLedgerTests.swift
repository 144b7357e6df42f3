import Synchronization
import Testing

@testable import ManifestEngine

struct ConnectionLedgerTests {
    @Test("no more requests are under way than the limit allows, and all come to their turn")
    func limit() async {
        let ledger = ConnectionLedger(limit: 3)
        let counts = Mutex((now: 0, most: 0, all: 0))
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    await ledger.enter(to: "a")
                    counts.withLock {
                        $0.now += 1
                        $0.most = max($0.most, $0.now)
                        $0.all += 1
                    }
                    await Task.yield()
                    counts.withLock { $0.now -= 1 }
                    ledger.leave()
                }
            }
        }
        #expect(counts.withLock { $0.most } <= 3)
        #expect(counts.withLock { $0.all } == 50)
    }
}
