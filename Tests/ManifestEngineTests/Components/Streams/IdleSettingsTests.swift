import Diagnostics
import ManifestEngine
import ManifestEngineTesting
import Testing
import YAML

@Suite("IdleSettings")
struct IdleSettingsTests {
    private static let cursor = """
        incremental_sync: {type: DatetimeBasedCursor, cursor_field: at, datetime_format: "%Y-%m-%d", \
        start_datetime: "2026-09-01"
        """

    private static func parent(_ name: String, isIncremental: Bool, setting: String = "true") -> String {
        """
        {type: ParentStreamConfig, parent_key: id, partition_field: id, incremental_dependency: \(setting), \
        stream: {type: DeclarativeStream, name: \(name), retriever: {type: SimpleRetriever, \
        requester: {type: HttpRequester, url: "http://api/\(name)"}, \
        record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: [items]}}}\
        \(isIncremental ? ", \(cursor)}" : "")}}
        """
    }

    private static func substream(_ parents: String...) -> String {
        "{type: SubstreamPartitionRouter, parent_stream_configs: [\(parents.joined(separator: ", "))]}"
    }

    private func warnings(router: String, _ rest: String = "") throws -> [Diagnostic] {
        let yaml = """
            name: items
            retriever:
              type: SimpleRetriever
              requester: {type: HttpRequester, url: "http://api/items"}
              record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: [items]}}
            \(router.isEmpty ? "" : "  partition_router: \(router)")
            \(rest)
            """
        return try DeclarativeStream.diagnostics(yaml: yaml).filter { $0.code == "no-effect" }
    }

    private static let own = "\(cursor)}"

    @Test("incremental_dependency of a child without a cursor, below any router")
    func childWithoutCursor() throws {
        let router = Self.substream(Self.parent("parents", isIncremental: true))
        let nested = [
            router, "[\(router)]",
            "{type: GroupingPartitionRouter, group_size: 2, underlying_partition_router: \(router)}",
            """
            {type: UnionPartitionRouter, partition_field: id, partition_routers: [\(router), \
            {type: ListPartitionRouter, values: [a], cursor_field: id}]}
            """,
            "[{type: ListPartitionRouter, values: [a], cursor_field: kind}, \(router)]",
        ]
        for router in nested {
            let found = try warnings(router: router)
            #expect(found.map(\.severity) == [.warning])
            #expect(
                found.first?.message
                    == "'incremental_dependency' has no effect in stream 'items': the stream has no incremental_sync, so no state "
                    + "is kept; the parent 'parents' is read from its start in every sync"
            )
            #expect(found.first?.place?.range.start.line == 6)
        }
    }

    @Test("incremental_dependency in a list of routers, and on a parent without a cursor")
    func otherReasons() throws {
        let router = Self.substream(Self.parent("parents", isIncremental: true))
        let list = try warnings(
            router: "[{type: ListPartitionRouter, values: [a], cursor_field: kind}, \(router)]",
            Self.own
        )
        #expect(list.first?.message.contains("a list of partition routers keeps no state of parents") == true)
        let full = try warnings(router: Self.substream(Self.parent("parents", isIncremental: false)), Self.own)
        #expect(full.first?.message.contains("the parent has no incremental_sync, so it has no state") == true)
    }

    @Test("nothing is said where the setting works or is off")
    func works() throws {
        let router = Self.substream(Self.parent("parents", isIncremental: true))
        #expect(try warnings(router: router, Self.own).isEmpty)
        #expect(try warnings(router: Self.substream(Self.parent("p", isIncremental: true, setting: "false"))).isEmpty)
    }

    @Test("each parent is named")
    func several() throws {
        let parents = (Self.parent("a", isIncremental: true), Self.parent("b", isIncremental: true, setting: "false"))
        let found = try warnings(router: Self.substream(parents.0, parents.1, Self.parent("c", isIncremental: true)))
        #expect(found.map { $0.message.contains("parent 'a'") || $0.message.contains("parent 'c'") } == [true, true])
    }

    @Test("global_substream_cursor of a stream without partitions")
    func globalCursor() throws {
        let cursor = "\(Self.cursor), global_substream_cursor: true}"
        #expect(
            try warnings(router: "", cursor).map(\.message).first?.hasPrefix("'global_substream_cursor' has no effect")
                == true
        )
        let router = "{type: ListPartitionRouter, values: [a], cursor_field: kind}"
        #expect(try warnings(router: router, cursor).isEmpty)
    }

    @Test("step and paging that no request uses")
    func untold() throws {
        func warnings(_ requester: String, _ cursor: String = "") throws -> [String] {
            let yaml = """
                name: items
                retriever:
                  requester: {type: HttpRequester, url: "http://api/items"\(requester)}
                  record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: [items]}}
                  paginator: {type: DefaultPaginator, pagination_strategy: {type: PageIncrement, page_size: 5}}
                \(Self.cursor), step: P1D, cursor_granularity: P1D\(cursor)}
                """
            return try DeclarativeStream.diagnostics(yaml: yaml).filter { $0.code == "no-effect" }.map(\.message)
        }
        let both = try warnings("")
        #expect(both.count == 2)
        #expect(both.first?.hasPrefix("the paginator requests further pages, but no request uses") == true)
        #expect(both.last?.hasPrefix("'step' cuts the stream into slices, but no request uses the slice") == true)
        let told =
            ", request_parameters: {page: \"{{ next_page_token.next_page_token }}\", since: \"{{ stream_interval.start_time }}\"}"
        #expect(try warnings(told).isEmpty)
        let option = ", end_time_option: {type: RequestOption, inject_into: request_parameter, field_name: until}"
        #expect(try warnings("", option).count == 1)
    }
}
