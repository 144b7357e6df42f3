import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("SourceRun")
struct SourceRunTests {
    private static func child(usesCache: Bool = true) throws -> DeclarativeStream {
        let parent = ParentSample.stream.replacing(
            "type: HttpRequester,",
            with: "type: HttpRequester, use_cache: \(usesCache),"
        )
        let router =
            "partition_router: {type: SubstreamPartitionRouter, parent_stream_configs: "
            + "[{type: ParentStreamConfig, parent_key: id, partition_field: id, stream: \(parent)}]}"
        return try StreamSample.stream(retriever: router)
    }

    @Test(
        "responses are kept for a parent that is read more than once, if its requester keeps them",
        arguments: [true, false]
    )
    func cache(usesCache: Bool) throws {
        let child = try Self.child(usesCache: usesCache)
        let parent = try #require(child.parents.first)
        let (asked, asking) = (try #require(parent.requester), try #require(child.requester))
        let alone = try StreamSample.run(StubTransport([]), streams: [child])
        #expect(!Self.keeps(asked, in: alone))
        let both = try StreamSample.run(StubTransport([]), streams: [child, parent])
        #expect(Self.keeps(asked, in: both) == usesCache)
        #expect(!Self.keeps(asking, in: both))
    }

    /// Whether the responses of a requester are kept.
    private static func keeps(_ requester: HttpRequester, in run: SourceRun) -> Bool {
        (run.requests(of: requester) as? StreamRequests)?.sender.cache.map { _ in true } ?? false
    }

    @Test("there is at least one worker", arguments: [(0, 1), (-1, 1), (4, 4)])
    func workers(_ asked: Int, _ expected: Int) throws {
        #expect(try StreamSample.run(StubTransport([]), workers: asked).workers == expected)
    }
}
