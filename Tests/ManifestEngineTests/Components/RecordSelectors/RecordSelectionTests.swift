import Diagnostics
import JSON
import Jinja
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("RecordSelection")
struct RecordSelectionTests {
    private static let add =
        "transformations: [{type: AddFields, fields: [{path: [x], value: \"{{ record.id + 1 }}\"}]}]"
    private static let filter = ", record_filter: {type: RecordFilter, condition: \"{{ record.x is defined }}\"}"

    /// The records that are left of others, and the summary of the page.
    private func select(
        _ records: [String],
        _ stream: DeclarativeStream,
        schema: JSONObject = [:],
        transformations: [any Transformation]? = nil,
        messages: MessageRecorder = MessageRecorder()
    ) async throws -> ([String], PageSummary) {
        let context = try StreamSample.run(StubTransport([]), messages: messages).context
        let selection = RecordSelection(
            stream,
            transformations: transformations,
            tracker: nil,
            normalizer: stream.retriever.selector.normalization?.makeNormalizer(for: schema),
            context: context,
            scope: context.makeScope()
        )
        let raw = try records.map { JSONValue.view(try JSONDocument(text: $0, indexDepth: 2).root) }
        var summary = PageSummary(extractedCount: raw.count)
        let (kept, failure) = await selection.select(raw[...], summary: &summary)
        if let failure { throw failure }
        return (kept.map(\.value.text), summary)
    }

    @Test("the filter sees records as they came, unless transformations are asked for first", arguments: [false, true])
    func order(transformsFirst: Bool) async throws {
        let selector = Self.filter + (transformsFirst ? ", transform_before_filtering: true" : "")
        let stream = try StreamSample.stream(selector: selector, Self.add)
        let (kept, summary) = try await select([#"{"id":1}"#, #"{"id":5,"x":0}"#], stream)
        #expect(kept == (transformsFirst ? [#"{"id":1,"x":2}"#, #"{"id":5,"x":6}"#] : [#"{"id":5,"x":6}"#]))
        #expect(summary.extractedCount == 2)
        #expect(summary.emittedCount == kept.count)
    }

    @Test("the summary has the last record that is left")
    func summary() async throws {
        let selector = ", record_filter: {type: RecordFilter, condition: \"{{ record.id < 3 }}\"}"
        let (kept, summary) = try await select(
            [#"{"id":1}"#, #"{"id":2}"#, #"{"id":3}"#],
            StreamSample.stream(selector: selector)
        )
        #expect(kept == [#"{"id":1}"#, #"{"id":2}"#])
        #expect(summary.lastRecord?.value.text == #"{"id":2}"#)
        #expect(summary.extractedCount == 3)
    }

    @Test("a page without records has nothing to report")
    func empty() async throws {
        let (kept, summary) = try await select([], StreamSample.stream())
        #expect(kept.isEmpty)
        #expect(summary.emittedCount == 0)
        #expect(summary.lastRecord.map { _ in true } == nil)
    }

    @Test("values are converted after the transformations; what cannot be converted is reported")
    func normalizes() async throws {
        let schema: JSONObject = ["properties": ["id": ["type": "integer"], "x": ["type": "string"]]]
        let stream = try StreamSample.stream(selector: ", schema_normalization: Default", Self.add)
        let messages = MessageRecorder()
        let (kept, _) = try await select([#"{"id":1}"#, #"{"id":"2"}"#], stream, schema: schema, messages: messages)
        #expect(kept.first == #"{"id":1,"x":"2"}"#)
        #expect(messages.logs.allSatisfy { $0.hasPrefix("WARN Stream items: ") })
    }

    /// A transformation that sees a page at a time: it drops the first record and numbers the others.
    private struct Numbering: Transformation, PageStep {
        var pageStep: (any PageStep)? { self }

        func transform(_ record: inout Record, in scope: Scope) {}

        func apply(to records: [Record], in scope: Scope) async -> [Record] {
            await Task.yield()
            return records.dropFirst().enumerated().map { index, record in
                var record = record
                record.set(JSONKey("n"), .integer(index))
                return record
            }
        }
    }

    @Test("a step that takes pages stands among those that take records", arguments: [false, true])
    func pageSteps(transformsFirst: Bool) async throws {
        let filter =
            ", record_filter: {type: RecordFilter, condition: \"{{ record.id != 3 and record.n is not defined }}\"}"
        let selector = transformsFirst ? Self.filter + ", transform_before_filtering: true" : filter
        let stream = try StreamSample.stream(selector: selector, Self.add)
        let (kept, summary) = try await select(
            [#"{"id":1}"#, #"{"id":2}"#, #"{"id":3}"#, #"{"id":4}"#],
            stream,
            schema: [:],
            transformations: [Numbering()] + stream.transformations
        )
        let all = [#"{"id":2,"n":0,"x":3}"#, #"{"id":3,"n":1,"x":4}"#, #"{"id":4,"n":2,"x":5}"#]
        #expect(kept == (transformsFirst ? all : [#"{"id":2,"n":0,"x":3}"#, #"{"id":4,"n":1,"x":5}"#]))
        #expect(summary.emittedCount == kept.count)
        #expect(summary.lastRecord?.value.text == kept.last)
    }

    @Test(
        "a record that is not an object fails the stream",
        arguments: [("1", "an integer"), ("[1]", "a list"), ("\"a\"", "text"), ("null", "null"), ("true", "a boolean")]
    )
    func noObject(_ record: String, _ kind: String) async throws {
        let stream = try StreamSample.stream()
        let failure = await #expect(throws: EngineFailure.self) { try await select([record], stream) }
        #expect(failure?.message == "Stream items: a record is \(kind) instead of an object.")
        #expect(failure?.detail?.hasSuffix("starts with: \(record)") == true)
    }
}
