import Diagnostics
import JSON
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
        messages: MessageRecorder = MessageRecorder()
    ) throws -> ([String], PageSummary) {
        let context = try StreamSample.run(StubTransport([]), messages: messages).context
        let selection = RecordSelection(
            stream,
            tracker: nil,
            normalizer: stream.retriever.selector.normalization?.makeNormalizer(for: schema),
            context: context,
            scope: context.makeScope()
        )
        let raw = try records.map { JSONValue.view(try JSONDocument(text: $0, indexDepth: 2).root) }
        var summary = PageSummary(extractedCount: raw.count)
        let (kept, failure) = selection.select(raw[...], summary: &summary)
        if let failure { throw failure }
        return (kept.map(\.value.text), summary)
    }

    @Test("the filter sees records as they came, unless transformations are asked for first", arguments: [false, true])
    func order(transformsFirst: Bool) throws {
        let selector = Self.filter + (transformsFirst ? ", transform_before_filtering: true" : "")
        let stream = try StreamSample.stream(selector: selector, Self.add)
        let (kept, summary) = try select([#"{"id":1}"#, #"{"id":5,"x":0}"#], stream)
        #expect(kept == (transformsFirst ? [#"{"id":1,"x":2}"#, #"{"id":5,"x":6}"#] : [#"{"id":5,"x":6}"#]))
        #expect(summary.extractedCount == 2)
        #expect(summary.emittedCount == kept.count)
    }

    @Test("the summary has the last record that is left")
    func summary() throws {
        let selector = ", record_filter: {type: RecordFilter, condition: \"{{ record.id < 3 }}\"}"
        let (kept, summary) = try select(
            [#"{"id":1}"#, #"{"id":2}"#, #"{"id":3}"#],
            StreamSample.stream(selector: selector)
        )
        #expect(kept == [#"{"id":1}"#, #"{"id":2}"#])
        #expect(summary.lastRecord?.value.text == #"{"id":2}"#)
        #expect(summary.extractedCount == 3)
    }

    @Test("a page without records has nothing to tell")
    func empty() throws {
        let (kept, summary) = try select([], StreamSample.stream())
        #expect(kept.isEmpty)
        #expect(summary.emittedCount == 0)
        #expect(summary.lastRecord.map { _ in true } == nil)
    }

    @Test("values are converted after the transformations; what cannot be converted is told")
    func normalizes() throws {
        let schema: JSONObject = ["properties": ["id": ["type": "integer"], "x": ["type": "string"]]]
        let stream = try StreamSample.stream(selector: ", schema_normalization: Default", Self.add)
        let messages = MessageRecorder()
        let (kept, _) = try select([#"{"id":1}"#, #"{"id":"2"}"#], stream, schema: schema, messages: messages)
        #expect(kept.first == #"{"id":1,"x":"2"}"#)
        #expect(messages.logs.allSatisfy { $0.hasPrefix("WARN Stream items: ") })
    }

    @Test(
        "a record that is no object fails the stream",
        arguments: [("1", "an integer"), ("[1]", "a list"), ("\"a\"", "text"), ("null", "null"), ("true", "a boolean")]
    )
    func noObject(_ record: String, _ kind: String) throws {
        let stream = try StreamSample.stream()
        let failure = #expect(throws: EngineFailure.self) { try select([record], stream) }
        #expect(failure?.message == "Stream items: a record is \(kind) instead of an object.")
        #expect(failure?.detail?.hasSuffix("starts with: \(record)") == true)
    }
}
