import JSON
import Jinja
import ManifestEngine
import ManifestEngineTesting
import Testing

/// What holds for every partition router.
@Suite("partition router contract")
struct PartitionRouterContractTests {
    private static let samples = ContractSample.all(
        of: ComponentRegistry.partitionRouters,
        others: [
            "SubstreamPartitionRouter": """
            parent_stream_configs:
              - {stream: \(ParentSample.stream), parent_key: id, partition_field: id, extra_fields: [[name]]}
            """
        ]
    )

    @Test("makes the same partitions each time, and at least one")
    func again() async throws {
        for sample in Self.samples {
            let router = try sample.make()
            let first = try await router.slices(responses: ParentSample.responses)
            #expect(!first.isEmpty, "\(sample.type)")
            #expect(Set(first).count == first.count, "\(sample.type)")
            #expect(try await router.slices(responses: ParentSample.responses) == first, "\(sample.type)")
            #expect(try await sample.make().slices(responses: ParentSample.responses) == first, "\(sample.type)")
        }
    }

    @Test("stops when nobody wants another partition, and begins anew")
    func stops() async throws {
        struct Enough: Error {}
        for sample in Self.samples {
            let router = try sample.make()
            let all = try await Self.partitions(of: router)
            await #expect(throws: Enough.self) { _ = try await Self.partitions(of: router) { throw Enough() } }
            #expect(try await Self.partitions(of: router) == all, "\(sample.type)")
        }
    }

    @Test("adds the same to the requests of a partition each time, also when it comes from a file")
    func requests() async throws {
        for sample in Self.samples {
            let router = try sample.make()
            for partition in try await Self.partitions(of: router) {
                let slice = try #require(StreamSlice(partition))
                let scope = try Scope.testing(slice: slice)
                let parts = try router.requestParts(for: slice, in: scope)
                #expect(try router.requestParts(for: slice, in: scope) == parts, "\(sample.type)")
                #expect(JSONValue.object(slice.json) == partition, "\(sample.type)")
            }
        }
    }

    /// The partitions, as values that can be written to a file.
    private static func partitions(
        of router: any PartitionRouter,
        afterFirst: () throws -> Void = {}
    ) async throws -> [JSONValue] {
        let run = PartitionRun(
            source: try StreamSample.run(StubTransport(ParentSample.responses)),
            openParent: { try await ParentReading.open($0, $1) },
            parentState: { _, _ in nil },
            isIncremental: false
        )
        var found: [JSONValue] = []
        _ = try await router.generate(run) { partition in
            found.append(.object(partition.slice.json))
            try afterFirst()
        }
        return found
    }
}
