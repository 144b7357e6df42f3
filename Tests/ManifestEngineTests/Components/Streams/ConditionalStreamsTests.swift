import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("ConditionalStreams")
struct ConditionalStreamsTests {
    private static let stream = """
        {type: DeclarativeStream, name: s, retriever: {type: SimpleRetriever, requester: {type: HttpRequester, url: "http://a"}, \
        record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: []}}}}
        """

    @Test(
        "are there where the condition holds",
        arguments: [("large", true), ("small", false), ("", false)]
    )
    func condition(_ plan: String, _ isThere: Bool) async throws {
        let streams = try ConditionalStreams(
            fields: "{condition: \"{{ config.plan == 'large' }}\", streams: [\(Self.stream)]}"
        )
        let run = TokenRun(["plan": .string(plan)])
        #expect(try await streams.streams(in: run.source, states: [:]).map(\.name) == (isThere ? ["s"] : []))
        #expect(streams.candidates.map(\.name) == ["s"])
        #expect(try await streams.parent(in: run.source, states: [:]).map { _ in true } == (isThere ? true : nil))
    }
}
