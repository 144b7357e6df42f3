import Diagnostics
import ManifestEngine
import ManifestEngineTesting
import Testing
import YAML

@Suite("TemplateNames")
struct TemplateNamesTests {
    private static let specification = """
        {type: object, properties: {
            api_token: {type: string}, free: {type: object}, tags: {type: object, additionalProperties: {type: string}},
            credentials: {type: object, oneOf: [
              {properties: {auth_type: {const: key}, access_key: {type: string}}},
              {properties: {auth_type: {const: oauth}, client_id: {type: string}}}]}}}
        """

    /// A manifest with a path, a router and a cursor.
    private static func manifest(
        _ path: String,
        router: String = "{type: ListPartitionRouter, values: [a], cursor_field: proj_id}",
        cursor: String = "",
        specification: String = specification,
        spec: String = ""
    ) -> String {
        """
        version: "6.0.0"
        check: {stream_names: [items]}
        spec:
          connection_specification: \(specification)
        \(spec)
        streams:
          - name: items
            \(cursor)
            retriever:
              requester: {url_base: "http://api", path: "\(path)"}
              record_selector: {extractor: {field_path: []}}
              partition_router: \(router)
        """
    }

    private func diagnostics(_ text: String) throws -> (marked: MarkedText, all: [Diagnostic]) {
        let marked = MarkedText(text)
        return (marked, try Manifest.inspect(Array(marked.text.utf8), name: "m.yaml").diagnostics.inFileOrder)
    }

    @Test(
        "a name that nothing sets is reported with its place and the name that was meant",
        arguments: [
            (
                "{{ config['①apitoken'] }}", "config['apitoken']",
                "did you mean 'api_token'? the spec declares: api_token"
            ),
            ("{{ config.①api_tokn }}", "config['api_tokn']", "did you mean 'api_token'?"),
            ("{{ config.get('①apitoken', '') }}", "config['apitoken']", "did you mean 'api_token'?"),
            ("{{ config.credentials.①acces_key }}", "config['credentials']['acces_key']", "did you mean 'access_key'?"),
            ("{{ config.①credential.access_key }}", "config['credential']", "did you mean 'credentials'?"),
            ("{{ stream_partition.①project_id }}", "stream_partition['project_id']", "the slices of this stream have"),
            ("{{ stream_partition['①proj_i'] }}", "stream_partition['proj_i']", "did you mean 'proj_id'?"),
            ("{{ stream_slice.①prj_id }}", "stream_slice['prj_id']", "did you mean 'proj_id'?"),
        ]
    )
    func unknown(_ path: String, _ expression: String, _ fix: String) throws {
        let (marked, all) = try diagnostics(Self.manifest(path))
        let fault = try #require(all.first)
        #expect(all.count == 1)
        #expect(fault.code == "unknown-name")
        #expect(fault.severity == .warning)
        #expect(fault.message == "nothing sets \(expression)")
        #expect(fault.fix?.hasPrefix(fix) == true || fault.fix?.contains(fix) == true, "\(fault.fix ?? "")")
        #expect(marked.mark(at: fault.place?.range.start) == "①")
    }

    @Test(
        "names that are set, or that something else decides about, are fine",
        arguments: [
            "{{ config['api_token'] }}", "{{ config.credentials.client_id }}", "{{ config.credentials.access_key }}",
            "{{ config.free.whatever }}", "{{ config.tags.whatever }}", "{{ config.items() }}",
            "{{ stream_partition.proj_id }}", "{{ stream_slice.proj_id }}", "{{ stream_slice.extra_fields.x }}",
            "{{ stream_interval.start_time }}", "{{ config['__injected'] }}",
        ]
    )
    func known(_ path: String) throws {
        #expect(try diagnostics(Self.manifest(path)).all.map(\.rendered).isEmpty)
    }

    private static let parent = """
        {name: parents, retriever: {requester: {url: "http://p/{{ stream_partition.group }}"},
          record_selector: {extractor: {field_path: []}},
          partition_router: {type: ListPartitionRouter, values: [a], cursor_field: group}}}
        """
    private static let substream =
        "{type: SubstreamPartitionRouter, parent_stream_configs: [{parent_key: id, partition_field: p, stream: \(parent)}]}"

    @Test(
        "the fields of every router count, each stream for itself",
        arguments: [
            ("{{ stream_partition.p }}", substream, ""), ("{{ stream_partition.parent_slice }}", substream, ""),
            ("{{ stream_partition.group }}", substream, "unknown-name"),
            (
                "{{ stream_partition.a }}{{ stream_partition.b }}",
                "[{type: ListPartitionRouter, values: [x], cursor_field: a}, {type: ListPartitionRouter, values: [x], cursor_field: b}]",
                ""
            ),
            (
                "{{ stream_partition.p }}{{ stream_partition.q }}",
                "{type: GroupingPartitionRouter, group_size: 2, underlying_partition_router: \(substream)}",
                "unknown-name"
            ),
            (
                "{{ stream_partition.q }}",
                "{type: ListPartitionRouter, values: [x], cursor_field: \"{{ config.api_token }}\"}", ""
            ),
        ]
    )
    func routers(_ path: String, _ router: String, _ code: String) throws {
        let all = try diagnostics(Self.manifest(path, router: router)).all
        #expect(all.map(\.code).joined() == code)
    }

    @Test(
        "the fields of the interval are those that the cursor names",
        arguments: [("start_time", ""), ("strt_time", "unknown-name"), ("to", ""), ("end_time", "unknown-name")]
    )
    func interval(_ name: String, _ code: String) throws {
        let cursor = """
            incremental_sync: {type: DatetimeBasedCursor, cursor_field: at, start_datetime: "2024-01-01",
                  datetime_format: "%Y-%m-%d", partition_field_end: to}
            """
        let all = try diagnostics(Self.manifest("{{ stream_interval.\(name) }}", cursor: cursor)).all
        #expect(all.map(\.code).joined() == code)
    }

    @Test("settings that the manifest itself adds are known")
    func added() throws {
        let rules = """
              config_normalization_rules:
                type: ConfigNormalizationRules
                transformations:
                  - {type: ConfigAddFields, fields: [{type: AddedFieldDefinition, path: [made], value: x}]}
            """
        #expect(try diagnostics(Self.manifest("{{ config.made }}", spec: rules)).all.isEmpty)
    }

    @Test("a specification without properties says nothing about names")
    func open() throws {
        #expect(try diagnostics(Self.manifest("{{ config.any }}", specification: "{type: object}")).all.isEmpty)
    }

    @Test("a function that does not exist is called a function")
    func function() throws {
        let (marked, all) = try diagnostics(Self.manifest("{{ ①nowutc() }}"))
        #expect(all.map(\.code) == ["unknown-function"])
        #expect(all.first?.message == "templates have no function 'nowutc'; evaluating this one fails")
        #expect(all.first?.fix?.hasPrefix("did you mean 'now_utc'? Functions: camel_case_to_snake_case, ") == true)
        #expect(marked.mark(at: all.first?.place?.range.start) == "①")
    }

    @Test(
        "a string where a number must come is an error, an empty one counts as none",
        arguments: [
            ("five", false), ("5", true), (" 5 ", true), ("1_000", true), ("{{ config.api_token }}", true), ("", true),
        ]
    )
    func numbers(_ text: String, _ isFine: Bool) throws {
        let sample = ManifestCheckerTests.manifest().replacing(
            "record_selector:",
            with: """
                paginator: {type: DefaultPaginator, page_token_option: {type: RequestPath}, pagination_strategy: {type: PageIncrement, page_size: ①"\(text)"}}
                      record_selector:
                """
        )
        let (marked, all) = try diagnostics(sample)
        #expect(all.map(\.code) == (isFine ? [] : ["not-a-number"]))
        if let fault = all.first {
            #expect(fault.message == "'page_size' must be an integer, found '\(text)'")
            #expect(marked.mark(at: fault.place?.range.start) == "①")
        }
    }
}
