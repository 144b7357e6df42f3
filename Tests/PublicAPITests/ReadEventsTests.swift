import ManifestEngine
import Synchronization
import Testing

@Suite("ReadEvents")
struct ReadEventsTests {
    /// What a read gave, up to its error.
    private struct Reading {
        var records: [String] = []
        var complete: [String] = []
        var states: [SyncState] = []
        var error: (any Error)?

        init(_ events: ReadEvents) async {
            do {
                for try await event in events {
                    switch event {
                    case .record(let record): records.append("\(record.stream) \(record)")
                    case .state(let state): states.append(state)
                    case .complete(let stream): complete.append(stream)
                    }
                }
            } catch {
                self.error = error
            }
        }
    }

    @Test("gives the records of all streams, and says which are complete")
    func records() async throws {
        let reading = await Reading(try Shop().connector.read(Shop.config))
        #expect(reading.error == nil)
        #expect(reading.records.filter { $0.hasPrefix("items") } == (0..<4).map { "items {\"id\":\($0)}" })
        #expect(reading.records.contains("orders {\"id\":7}"))
        #expect(reading.complete.sorted() == ["items", "orders"])
    }

    @MainActor
    @Test("are taken on the main actor too")
    func mainActor() async throws {
        var count = 0
        for try await event in try Shop().connector.read(Shop.config) {
            if case .record = event { count += 1 }
        }
        #expect(count == 5)
    }

    @Test("reads the streams that are named, and refuses a name that is not one")
    func names() async throws {
        let shop = try Shop()
        #expect(await Reading(shop.connector.read(Shop.config, streams: ["ord*"])).records == ["orders {\"id\":7}"])
        let error = await Reading(shop.connector.read(Shop.config, streams: ["orderz"])).error as? ConnectorError
        #expect(error?.code == .unknownStream)
        #expect(error?.problems.first?.remedy == "did you mean 'orders'?")
        #expect(error?.message.contains("--") == false)
    }

    @Test("names the streams that failed once all others were read")
    func failures() async throws {
        let shop = try Shop(orders: ["status": 403, "body": ["why": "key-that-must-not-show"]])
        let reading = await Reading(shop.connector.read(Shop.config))
        #expect(reading.records.count == 4)
        #expect(reading.complete == ["items"])
        let error = try #require(reading.error as? ConnectorError)
        #expect(error.code == .incompleteRead)
        #expect(error.streams.map(\.stream) == ["orders"])
        #expect(error.streams.first?.message.contains("403") == true)
        #expect(!"\(error)".contains("must-not-show"))
    }

    @Test("refuses a configuration before anything is sent")
    func configuration() async throws {
        let shop = try Shop()
        let error = await Reading(shop.connector.read([:])).error as? ConnectorError
        #expect(error?.code == .invalidConfiguration)
        #expect(shop.transport.seen.isEmpty)
    }

    @Test("asks for no more pages than a few that nobody took")
    func backPressure() async throws {
        let shop = try Shop(pages: 1000)
        var taken = 0
        for try await event in shop.connector.read(Shop.config, streams: ["items"]) {
            guard case .record = event else { continue }
            taken += 1
            #expect(shop.transport.seen.count <= taken / 2 + 4)
            if taken == 100 { break }
        }
        #expect(taken == 100)
    }

    @Test("ends with the task, and cannot be taken for complete then")
    func cancellation() async throws {
        let shop = try Shop(pages: 1000)
        let taken = Mutex(0)
        let work = Task {
            for try await event in shop.connector.read(Shop.config) {
                guard case .record = event else { continue }
                let count = taken.withLock { taken in
                    taken += 1
                    return taken
                }
                if count == 3 { withUnsafeCurrentTask { $0?.cancel() } }
            }
        }
        await #expect(throws: CancellationError.self) { try await work.value }
        #expect(taken.withLock { $0 } == 3)
    }

    @Test("gives states that stand for all records before them, and continues from one")
    func states() async throws {
        try await Company.with { company in
            let connector = try Connector(manifest: Company.manifest)
            let first = await Reading(connector.read(company.config, streams: ["users", "calls"]))
            #expect(first.error == nil)
            #expect(first.records.count { $0.hasPrefix("users") } == 12)
            let state = try #require(first.states.last)
            #expect(state.streams == ["calls"])
            let again = try SyncState(json: state.json)
            let second = await Reading(connector.read(company.config, streams: ["calls"], state: again))
            #expect(second.error == nil)
            #expect(second.records.count < first.records.count { $0.hasPrefix("calls") })
        }
    }

    @Test("does not use up a refresh token whose successor nobody keeps")
    func tokens() async throws {
        try await Company.with { company in
            var connector = try Connector(manifest: Company.manifest)
            let refused = await Reading(connector.read(company.tokenConfig, streams: ["users"]))
            #expect(refused.records == [])
            #expect("\(String(describing: refused.error))".contains("onConfigurationChange"))
            let kept = Mutex<Configuration>([:])
            connector.options.onConfigurationChange = { config in kept.withLock { $0 = config } }
            let reading = await Reading(connector.read(company.tokenConfig, streams: ["users"]))
            #expect(reading.records.count == 12)
            let config = kept.withLock { $0 }
            #expect(config["credentials"]?["access_token"]?.string != nil)
            #expect(await Reading(connector.read(config, streams: ["users"])).records.count == 12)
        }
    }

    @Test("says when a new token could not be kept")
    func lostToken() async throws {
        struct Full: Error {}
        try await Company.with { company in
            var connector = try Connector(manifest: Company.manifest)
            connector.options.onConfigurationChange = { _ in throw Full() }
            let reading = await Reading(connector.read(company.tokenConfig, streams: ["users"]))
            #expect(reading.records.count == 12)
            #expect((reading.error as? ConnectorError)?.code == .configurationNotKept)
        }
    }

    @Test("says that a new token could not be kept where streams failed too")
    func lostTokenOfFailedRead() async throws {
        struct Full: Error {}
        try await Company.with { company in
            var connector = try Connector(manifest: Company.manifest)
            connector.options.onConfigurationChange = { _ in throw Full() }
            connector.options.largestResponse = 600
            let error = await Reading(connector.read(company.tokenConfig, streams: ["users"])).error as? ConnectorError
            #expect(error?.code == .configurationNotKept)
            #expect(error?.streams.map(\.stream) == ["users"])
            #expect(error?.message.contains("could not be saved") == true)
            #expect(error?.message.contains("users: ") == true)
        }
    }

    @Test("a later call uses the token of the one before, whatever configuration it is handed")
    func renewedToken() async throws {
        try await Company.with { company in
            var connector = try Connector(manifest: Company.manifest)
            let kept = Mutex(0)
            connector.options.onConfigurationChange = { _ in kept.withLock { $0 += 1 } }
            guard case .succeeded = try await connector.check(company.tokenConfig) else {
                Issue.record("the check failed")
                return
            }
            for _ in 0..<2 {
                let reading = await Reading(connector.read(company.tokenConfig, streams: ["users"]))
                #expect(reading.error == nil)
                #expect(reading.records.count == 12)
            }
            #expect(kept.withLock { $0 } >= 1)
        }
    }

    @Test("refuses options that cannot work")
    func options() async throws {
        for change: (inout ConnectorOptions) -> Void in [
            { $0.largestResponse = 0 }, { $0.readTimeout = .zero }, { $0.connectTimeout = .seconds(-1) },
            { $0.longestWait = .seconds(-1) },
        ] {
            var connector = try Shop().connector
            change(&connector.options)
            #expect((await Reading(connector.read(Shop.config)).error as? ConnectorError)?.code == .invalidOption)
        }
    }

    @Test("tells whoever listens what goes on")
    func logs() async throws {
        let lines = Mutex<[LogLine]>([])
        var connector = try Shop().connector
        connector.options.onLog = { line in lines.withLock { $0.append(line) } }
        let state = try SyncState(
            json: #"[{"type":"STREAM","stream":{"stream_descriptor":{"name":"order"},"stream_state":{}}}]"#
        )
        _ = await Reading(connector.read(Shop.config, streams: ["orders"], state: state))
        let texts = lines.withLock { $0 }.map(\.description)
        #expect(texts.contains("info: Stream orders: 1 records read."))
        #expect(texts.contains { $0.hasPrefix("warning: ") && $0.contains("'order'") })
    }
}
