import ManifestEngineTesting
import Synchronization
import Testing

@testable import ManifestEngine

@Suite("AsyncOnceEach")
struct AsyncOnceEachTests {
    private final class Owner: Sendable {}

    @Test("makes one value for each owner, and keeps owners apart that lived one after the other")
    func values() async throws {
        let each = AsyncOnceEach<Owner, Int>()
        let made = Mutex(0)
        let make: @Sendable () async throws -> Int = {
            made.withLock { count in
                count += 1
                return count
            }
        }
        let owner = Owner()
        let first = try await each.value(of: owner, make)
        #expect(try await each.value(of: owner, make) == first)
        var found: Set<Int> = [first]
        for _ in 0..<50 { found.insert(try await each.value(of: Owner(), make)) }
        #expect(found.count == 51)
    }
}
