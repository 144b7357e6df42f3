import JSON
import Jinja
import Manifest
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

/// What holds for every paginator and every pagination strategy.
@Suite("paginator contract")
struct PaginatorContractTests {
    private static let strategies = ContractSample.all(of: ComponentRegistry.paginationStrategies)
    private static let paginators = ContractSample.all(of: ComponentRegistry.paginators)

    /// Two full pages, and one without records.
    private static let pages: [(response: String, count: Int)] = [
        (#"{"next":"a","paging":{"next":"a","more":true}}"#, 100),
        (#"{"next":"b","paging":{"next":"b","more":true}}"#, 100),
        (#"{"next":null,"paging":{"next":null,"more":false}}"#, 0),
    ]

    /// What decides about pages, paginator or strategy.
    private struct Pager {
        let initial: (Scope) async throws -> JSONValue?
        let token: (PageSummary, JSONValue?, Scope) async throws -> JSONValue?

        init(_ strategy: any PaginationStrategy) {
            initial = strategy.initialToken(in:)
            token = strategy.token(after:previous:in:)
        }

        init(_ paginator: any Paginator) {
            initial = paginator.initialToken(in:)
            token = paginator.token(after:previous:in:)
        }
    }

    /// A slice that is read page by page.
    private struct Walk {
        var tokens: [JSONValue?]
        private var place = 0
        private let pager: Pager

        init(_ pager: Pager) async throws {
            self.pager = pager
            tokens = [try await pager.initial(Scope.testing())]
        }

        var isOver: Bool { place > 0 && tokens.last == .some(nil) || place == pages.count }

        mutating func step() async throws {
            let (response, count) = pages[place]
            place += 1
            let scope = try Scope.testing(variables: ["response": response, "headers": "{}"])
            let record = count == 0 ? nil : Record(["id": .integer(place)])
            scope[.lastRecord] = Value.null
            scope[.lastPageSize] = .int(count)
            let page = PageSummary(extractedCount: count, emittedCount: count, lastRecord: record)
            tokens.append(try await pager.token(page, tokens.last ?? nil, scope))
        }
    }

    private static func pagers() throws -> [(type: String, pager: Pager)] {
        try strategies.map { ($0.type, Pager(try $0.make())) } + paginators.map { ($0.type, Pager(try $0.make())) }
    }

    @Test("ends after the page without records, or earlier")
    func ends() async throws {
        for (type, pager) in try Self.pagers() {
            var walk = try await Walk(pager)
            while !walk.isOver { try await walk.step() }
            #expect(walk.tokens.last == .some(nil), "\(type)")
            #expect(walk.tokens.count == (type == "NoPagination" ? 2 : 4), "\(type)")
        }
    }

    @Test("starts afresh for each slice, even while another one is read")
    func startsAfresh() async throws {
        for (type, pager) in try Self.pagers() {
            var alone = try await Walk(pager)
            while !alone.isOver { try await alone.step() }
            var first = try await Walk(pager)
            try await first.step()
            var second = try await Walk(pager)
            while !first.isOver || !second.isOver {
                if !second.isOver { try await second.step() }
                if !first.isOver { try await first.step() }
            }
            #expect(first.tokens == alone.tokens, "\(type)")
            #expect(second.tokens == alone.tokens, "\(type)")
        }
    }

    @Test("asks for a page in the same way each time")
    func requests() async throws {
        for sample in Self.paginators {
            let paginator = try sample.make()
            for token: JSONValue? in [nil, "a", 3] {
                let one = try await paginator.requestParts(for: token, in: Scope.testing())
                let other = try await paginator.requestParts(for: token, in: Scope.testing())
                #expect(one.parts == other.parts && one.path == other.path, "\(sample.type)")
            }
        }
    }

    // MARK: In a stream

    @Test("requests the pages of a slice as those of the slice before")
    func slices() async throws {
        let option = "{type: RequestOption, inject_into: request_parameter, field_name: page}"
        let strategies = try Self.strategies.map { sample in
            "{type: DefaultPaginator, page_token_option: \(option), pagination_strategy: \(try sample.inLine())}"
        }
        for paginator in strategies + (try Self.paginators.map { try $0.inLine() }) {
            let feed = PageFeed(Self.pages)
            try await Self.read(paginator, from: feed)
            let (first, second) = (feed.addresses(of: "a"), feed.addresses(of: "b"))
            #expect(first.count == (paginator.contains("NoPagination") ? 1 : 3), "\(paginator)")
            #expect(second == first, "\(paginator)")
        }
    }

    private static func read(_ paginator: String, from feed: PageFeed) async throws {
        let router = """
            partition_router: {type: ListPartitionRouter, values: [a, b], cursor_field: id, \
            request_option: {type: RequestOption, inject_into: request_parameter, field_name: slice}}
            """
        let stream = try StreamSample.stream(retriever: "\(router)\n  paginator: \(paginator)")
        let reading = try await StreamReading.open(stream, run: StreamSample.run(feed))
        try await reading.generateSlices { slice in
            try await reading.withPages(of: slice) { pages in
                for try await _ in pages {}
            }
        }
    }
}
