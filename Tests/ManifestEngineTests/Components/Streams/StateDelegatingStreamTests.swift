import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("StateDelegatingStream")
struct StateDelegatingStreamTests {
    private static func stream(_ url: String, _ name: String = "s") -> String {
        """
        {type: DeclarativeStream, name: \(name), retriever: {type: SimpleRetriever, requester: {type: HttpRequester, \
        url: "http://\(url)"}, record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: []}}}, \
        incremental_sync: {type: DatetimeBasedCursor, cursor_field: at, datetime_format: "%Y-%m-%d", \
        start_datetime: "2026-01-01"}}
        """
    }

    private static func yaml(_ more: String = "", incremental: String = "s") -> String {
        """
        name: s
        full_refresh_stream: \(stream("full"))
        incremental_stream: \(stream("changed", incremental))
        \(more)
        """
    }

    /// The address of the stream that is read, and whether it forgets its state.
    private func choice(_ more: String, _ state: JSONObject?, isParent: Bool = false) async throws -> String? {
        let definition = try StateDelegatingStream(fields: Self.yaml(more))
        let run = TokenRun(["days": "P30D"])
        let states: JSONObject = state.map { ["s": .object($0)] } ?? [:]
        let stream =
            isParent
            ? try await definition.parent(in: run.source, states: states)
            : try await definition.streams(in: run.source, states: states).first
        let requester = (stream?.retriever as? SimpleRetriever)?.requester as? HttpRequester
        let address = try requester?.base?.text(in: run.context.makeScope())
        return address.map { stream?.forgetsState == true ? "\($0) anew" : $0 }
    }

    @Test(
        "chooses by the state, and by its age where the API forgets",
        arguments: [
            ("", nil, "http://full"), ("", [:], "http://full"), ("", ["at": "2020-01-01"], "http://changed"),
            ("api_retention_period: P30D", ["at": "2020-01-01"], "http://full anew"),
            ("api_retention_period: P100Y", ["at": "2020-01-01"], "http://changed"),
            ("api_retention_period: \"{{ config.days }}\"", ["at": "2020-01-01"], "http://full anew"),
            ("api_retention_period: \"{{ config.none }}\"", ["at": "2020-01-01"], "http://changed"),
            ("api_retention_period: P30D", ["other": 1], "http://full anew"),
            (
                "api_retention_period: P30D",
                ["state_type": "date-range", "slices": [["start": "2020-01-01", "end": "2020-02-01"]]],
                "http://full anew"
            ),
        ] as [(String, JSONObject?, String)]
    )
    func states(_ more: String, _ state: JSONObject?, _ expected: String) async throws {
        #expect(try await choice(more, state) == expected)
    }

    @Test("a parent is chosen by its state alone")
    func parent() async throws {
        let more = "api_retention_period: P30D"
        #expect(try await choice(more, ["at": "2020-01-01"], isParent: true) == "http://changed")
        #expect(try await choice(more, nil, isParent: true) == "http://full")
    }

    @Test("both ways have the name of the stream")
    func names() throws {
        let faults = try StateDelegatingStream.diagnostics(yaml: Self.yaml(incremental: "t"))
        #expect(
            faults.map { $0.headline.contains("the stream is called 's', but its incremental_stream 't'") } == [true]
        )
    }
}
