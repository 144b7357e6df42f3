import Synchronization
import Testing

@testable import ManifestEngine

@Suite("AsyncOnce")
struct AsyncOnceTests {
    private struct Fault: Error {}

    private final class Counter: Sendable {
        private let count = Atomic(0)

        func next() -> Int { count.add(1, ordering: .relaxed).newValue }
    }

    @Test("the first who asks makes the value, for all who wait")
    func once() async throws {
        let once = AsyncOnce<Int>()
        let counter = Counter()
        let values = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    try await once.value {
                        await Task.yield()
                        return counter.next()
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(values == Array(repeating: 1, count: 20))
    }

    @Test("a failure stays one")
    func failure() async {
        let once = AsyncOnce<Int>()
        await #expect(throws: Fault.self) { try await once.value { throw Fault() } }
        await #expect(throws: Fault.self) { try await once.value { 1 } }
    }
}
