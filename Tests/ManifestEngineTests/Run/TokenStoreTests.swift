import ManifestEngine
import ManifestEngineTesting
import Synchronization
import Testing

@Suite("TokenStore")
struct TokenStoreTests {
    private static let token = IssuedToken("t", expires: TestClock().now())

    private struct Refusal: Error {}

    /// Counts what several tasks do.
    private final class Counter: Sendable {
        private let stored = Mutex(0)
        var value: Int { stored.withLock { $0 } }
        func add() { stored.withLock { $0 += 1 } }
    }

    @Test("all who wait for a refresh get its failure")
    func sharedFailure() async {
        let store = TokenStore()
        let refreshes = Counter()
        let failures = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<10 {
                group.addTask {
                    do {
                        _ = try await store.token(of: "a", inForce: { $0 }) { _ in
                            refreshes.add()
                            for _ in 0..<50 { await Task.yield() }
                            throw Refusal()
                        }
                        return false
                    } catch {
                        return error is Refusal
                    }
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(failures == 10)
        #expect(refreshes.value < 10)
    }

    @Test("a cancelled refresh is started over by one who waits")
    func cancelledLeader() async throws {
        let store = TokenStore()
        let begun = Counter()
        let leader = Task {
            try await store.token(of: "a", inForce: { $0 }) { _ in
                begun.add()
                while !Task.isCancelled { await Task.yield() }
                throw CancellationError()
            }
        }
        while begun.value == 0 { await Task.yield() }
        let waiter = Task { try await store.token(of: "a", inForce: { $0 }) { _ in Self.token } }
        for _ in 0..<50 { await Task.yield() }
        leader.cancel()
        await #expect(throws: CancellationError.self) { try await leader.value }
        #expect(try await waiter.value == Self.token)
    }

    @Test("tokens of different owners are apart")
    func owners() async throws {
        let store = TokenStore()
        _ = try await store.token(of: "a", inForce: { $0 }) { _ in Self.token }
        let other = try await store.token(of: "b", inForce: { $0 }) { stored in
            #expect(stored == nil)
            return IssuedToken("u", expires: Self.token.expires)
        }
        #expect(other.text == "u")
        #expect(try await store.token(of: "a", inForce: { $0 }) { _ in throw Refusal() } == Self.token)
    }
}
