import Diagnostics
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("CustomPartitionRouter", .enabled(if: PythonSample.isThere))
struct CustomPartitionRouterTests {
    @Test("gives the partitions in order, and what they add to requests", arguments: [0, 3, 250])
    func slices(_ count: Int) async throws {
        let router = try PythonSample.component(CustomPartitionRouter.self, "Numbers", "count: \(count)")
        let lines = try await router.slices()
        #expect(lines.count == count + 1)
        #expect(lines.last == #"{"plain":true}"#)
        if count > 1 { #expect(lines[1] == #"{"number":1} + {"half":0.5}"#) }
        if count > 200 { #expect(lines[count - 1].hasPrefix(#"{"number":\#(count - 1)}"#)) }
        let slice = StreamSlice(partition: ["number": 4])
        #expect(try router.requestParts(for: slice, in: PythonSample.scope()).parameters == ["n": 4])
    }

    @Test("the partitions before an exception come before it", arguments: [0, 3, 250])
    func failure(_ count: Int) async throws {
        let router = try PythonSample.component(CustomPartitionRouter.self, "Numbers", "count: \(count), fails: true")
        var found = 0
        let run = PartitionRun(
            source: try StreamSample.run(StubTransport([])),
            openParent: { _, _ in throw CancellationError() },
            parentState: { _, _ in nil },
            isIncremental: false
        )
        await #expect(throws: EngineFailure.self) { _ = try await router.generate(run) { _ in found += 1 } }
        #expect(found == count)
    }
}
