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
        "answers are kept for a parent that is read more than once, if its requester keeps them",
        arguments: [true, false]
    )
    func cache(usesCache: Bool) throws {
        let child = try Self.child(usesCache: usesCache)
        let parent = try #require(child.parents.first)
        let (parentRequester, childRequester) = (try #require(parent.requester), try #require(child.requester))
        let alone = try StreamSample.run(StubTransport([]), streams: [child])
        #expect(alone.sender(for: parentRequester).cache.map { _ in true } == nil)
        let both = try StreamSample.run(StubTransport([]), streams: [child, parent])
        #expect((both.sender(for: parentRequester).cache.map { _ in true } == true) == usesCache)
        #expect(both.sender(for: childRequester).cache.map { _ in true } == nil)
    }

    @Test("there is at least one worker", arguments: [(0, 1), (-1, 1), (4, 4)])
    func workers(_ asked: Int, _ expected: Int) throws {
        #expect(try StreamSample.run(StubTransport([]), workers: asked).workers == expected)
    }
}
