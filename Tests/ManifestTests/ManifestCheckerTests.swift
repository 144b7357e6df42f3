import Diagnostics
import ManifestEngine
import ManifestEngineTesting
import Testing
import YAML

@Suite("ManifestChecker")
struct ManifestCheckerTests {
    /// A manifest with one stream whose parts can be replaced.
    static func manifest(
        stream: String = "",
        requester: String = "url: http://api/items",
        selector: String = "extractor: {field_path: []}",
        rest: String = ""
    ) -> String {
        """
        version: "6.0.0"
        check: {stream_names: [items]}
        spec: {connection_specification: {type: object}}
        streams:
          - name: items
            retriever:
              requester: {\(requester)}
              record_selector: {\(selector)}
            \(stream)
        \(rest)
        """
    }

    private func diagnostics(_ sample: MarkedText) throws -> [Diagnostic] {
        try Manifest.inspect(Array(sample.text.utf8), name: "m.yaml").diagnostics.inFileOrder
    }

    @Test("a manifest without faults has none")
    func none() throws {
        #expect(try diagnostics(MarkedText(Self.manifest())).map(\.rendered).isEmpty)
    }

    /// A fault as a row of a table: the sample, the code, the message, the remedy.
    struct Row: Sendable {
        let sample: String
        let code: String
        let message: String
        let fix: String

        init(_ sample: String, _ code: String, _ message: String, _ fix: String) {
            self.sample = sample
            self.code = code
            self.message = message
            self.fix = fix
        }
    }

    static let rows: [Row] = [
        Row(
            manifest(requester: "url: http://api, ①path_: x"),
            "unknown-field",
            "HttpRequester has no field 'path_'",
            "did you mean 'path'? Fields: url_base, url, path"
        ),
        Row(
            manifest(rest: "①strems: []"),
            "unknown-field",
            "DeclarativeSource has no field 'strems'",
            "did you mean 'streams'?"
        ),
        Row(
            manifest(requester: "url: http://api, authenticator: {type: ①BearerAuthenticater, api_token: x}"),
            "unknown-type",
            "'BearerAuthenticater' is not an authenticator",
            "did you mean 'BearerAuthenticator'?"
        ),
        Row(
            manifest(selector: "extractor: {type: ①CustomRecordExtractor, class_name: source_x.components.Y}"),
            "unsupported-type",
            "CustomRecordExtractor runs the Python class 'source_x.components.Y' as an extractor, and there is no Python with",
            "use what the language has instead: CombinedExtractor"
        ),
        Row(
            manifest(requester: "url: http://api, authenticator: {type: ①CustomAuthenticator}"),
            "unsupported-type",
            "CustomAuthenticator runs the Python class as an authenticator, and there is no Python with airbyte-cdk",
            "use what the language has instead: ApiKeyAuthenticator"
        ),
        Row(
            manifest(requester: "url: http://api, authenticator: ①{api_token: x}"),
            "missing-type",
            "an authenticator needs a 'type'",
            "one of: "
        ),
        Row(
            manifest(requester: "url: http://api, authenticator: ①Bearer"),
            "wrong-type",
            "expected a component (",
            "write a mapping with a 'type'"
        ),
        Row(
            manifest(selector: "extractor: ①{type: DpathExtractor}"),
            "missing-field",
            "DpathExtractor needs 'field_path'",
            "add 'field_path': a list, each element a string"
        ),
        Row(
            manifest(selector: "extractor: {field_path: ①data}"),
            "wrong-type",
            "'field_path' must be a list, each element a string (a template is allowed), found a string",
            "write a list"
        ),
        Row(
            manifest(selector: "extractor: {field_path: [a, ①5]}"),
            "wrong-type",
            "'field_path' must be a string (a template is allowed), found an integer",
            #"put it in quotes: "5""#
        ),
        Row(
            manifest(selector: "extractor: {field_path: []}, record_filter: {condition: ①true}"),
            "wrong-type",
            "'condition' must be a string (a template is allowed), found a boolean",
            #"put it in quotes: "true""#
        ),
        Row(
            manifest(requester: "url: http://api, http_method: ①get"),
            "wrong-type",
            "'http_method' must be one of GET, POST, found 'get'",
            "did you mean 'GET'?"
        ),
        Row(
            manifest(requester: #"url: "http://api/{{ ①config['a' }}""#),
            "template-syntax",
            "",
            ""
        ),
        Row(
            manifest(requester: #"url: http://api, path: ①"{{ stream_state.x }}""#),
            "stream-state",
            "templates cannot read stream_state",
            "read stream_interval.start_time"
        ),
        Row(
            manifest(
                selector:
                    "extractor: {field_path: [], record_expander: {expand_records_from_field: [a], ①truncated_list_retriever: {}}}"
            ),
            "unsupported-field",
            "'truncated_list_retriever' of RecordExpander is part of the language, but this version does not support it",
            "remove it"
        ),
        Row(
            manifest(requester: "url: http://api, request_parameters: {a: ①{type: QueryProperties}}"),
            "missing-field",
            "QueryProperties needs 'property_list'",
            "add 'property_list'"
        ),
        Row(
            manifest(stream: "①name: again"),
            "duplicate-key",
            "'name' is set twice; the last value counts",
            "remove one"
        ),
    ]

    @Test("says what is wrong, where, and what to do", arguments: rows.indices)
    func faults(_ index: Int) throws {
        let row = Self.rows[index]
        let sample = MarkedText(row.sample)
        let found = try #require(try diagnostics(sample).first { $0.code == row.code }, "\(row.sample)")
        #expect(found.message.hasPrefix(row.message))
        #expect(found.fix?.hasPrefix(row.fix) == true)
        if row.code != "template-syntax" { #expect(sample.mark(at: found.place?.range.start) == "①") }
    }

    @Test("finds all faults in one run, in the order of the file")
    func all() throws {
        let sample = MarkedText(
            """
            version: ①6.0
            check: {stream_names: [items]}
            streams:
              - name: items
                ②shema_loader: {}
                retriever:
                  requester: {url: http://api, http_method: ③PUT}
                  record_selector: {extractor: {field_path: [④1]}}
                  paginator:
                    type: DefaultPaginator
                    page_token_option: {type: RequestPath}
                    pagination_strategy: {type: ⑤PageIncremnt}
                transformations: [{type: AddFields, fields: [{path: [a], value: ⑥5}]}]
            """
        )
        let found = try diagnostics(sample)
        #expect(
            found.map { "\(sample.mark(at: $0.place?.range.start)) \($0.severity) \($0.code)" } == [
                "- warning missing-field", "① error wrong-type", "② warning unknown-field", "③ error wrong-type",
                "④ error wrong-type", "⑤ error unknown-type", "⑥ error wrong-type",
            ]
        )
        #expect(found.last?.path == #"streams[0] "items" > transformations[0] > fields[0] > value"#)
    }

    @Test("a fault of a definition that is used twice is reported once, at its place")
    func shared() throws {
        let sample = MarkedText(
            Self.manifest(
                selector: "$ref: \"#/definitions/selector\"",
                rest: "definitions: {selector: {type: RecordSelector, extractor: {field_path: [①5]}}}"
            ) + "\n"
        )
        let found = try diagnostics(sample).filter { $0.code == "wrong-type" }
        #expect(found.count == 1)
        #expect(sample.mark(at: found.first?.place?.range.start) == "①")
    }

    @Test("parameters handed down are not unknown fields")
    func parameters() throws {
        let found = try diagnostics(MarkedText(Self.manifest(stream: "$parameters: {anything: 1}")))
        #expect(found.map(\.message).isEmpty)
    }

    @Test("the span of a template fault lies inside the text")
    func span() throws {
        let found = try diagnostics(MarkedText(Self.manifest(requester: #"url: "http://api/{{ config.a + }}""#)))
        let fault = try #require(found.first)
        let start = try #require(fault.place?.range.start)
        #expect(fault.code == "template-syntax")
        #expect(start.line == 7)
        #expect((20...50).contains(start.column))
    }
}
