import ManifestEngine
import Testing

@Suite("Connector")
struct ConnectorTests {
    @Test("names every fault of a manifest with its place and a remedy")
    func faults() throws {
        let text = Shop.manifest.replacing("page_size: 2", with: "page_sise: 2").replacing("check:", with: "chek:")
        let error = #expect(throws: ConnectorError.self) { try Connector(yaml: text, name: "shop.yaml") }
        #expect(error?.code == .invalidManifest)
        let problem = try #require(error?.problems.first { $0.message.contains("'page_sise'") })
        #expect(problem.code == "unknown-field")
        #expect(problem.file == "shop.yaml")
        #expect(problem.line == 26)
        #expect(problem.remedy?.contains("'page_size'") == true)
        #expect(problem.description.contains("^^^^^^^^^"))
    }

    @Test("tolerates a stream with errors, and reports it")
    func faultyStream() throws {
        let text = Shop.manifest.replacing("primary_key: id", with: "primary_key: id\n    retriver: {}")
            .replacing("field_name: page}", with: "}")
        let connector = try Connector(yaml: text)
        #expect(connector.problems.contains { $0.severity == .error && $0.message.contains("field_name") })
    }

    @Test("says that a file is missing")
    func missing() {
        let problems = Connector.validate(manifest: "/nowhere/shop.yaml")
        #expect(problems.map(\.code) == ["unreadable-file"])
    }

    @Test("finds nothing to say about the Gong manifest")
    func sound() { #expect(Connector.validate(manifest: Company.manifest) == []) }

    @Test("judges a configuration without a request")
    func configuration() throws {
        let shop = try Shop()
        #expect(try shop.connector.validate(Shop.config) == [])
        let problems = try shop.connector.validate(["api_kee": 1])
        #expect(problems.map(\.severity) == [.error, .warning])
        #expect(problems.allSatisfy { $0.remedy != nil })
        #expect(shop.transport.seen.isEmpty)
    }

    @Test("says what has to be configured")
    func specification() throws {
        #expect(try Shop().connector.specification?["required"]?[0]?.string == "api_key")
    }

    @Test("checks a configuration")
    func check() async throws {
        let shop = try Shop()
        guard case .succeeded = try await shop.connector.check(Shop.config) else { throw Unexpected() }
        guard case .failed(let error) = try await shop.connector.check([:]) else { throw Unexpected() }
        #expect(error.code == .invalidConfiguration)
        #expect(error.problems.count == 1)
    }

    @Test("says why a check failed, without secrets")
    func failedCheck() async throws {
        let connector = try ClosedShop("key-that-must-not-show is not a key", status: 403).connector()
        guard case .failed(let error) = try await connector.check(Shop.config) else { throw Unexpected() }
        #expect(error.code == .failed)
        #expect(error.message.contains("403"))
        #expect(error.kind == .configuration)
        #expect(!"\(error) \(error.detail ?? "")".contains("must-not-show"))
    }

    @Test("says whether a check that failed may succeed later")
    func transientCheck() async throws {
        let connector = try ClosedShop("come back later", status: 503).connector()
        guard case .failed(let error) = try await connector.check(Shop.config) else { throw Unexpected() }
        #expect(error.kind == .transient)
    }

    @Test("discovers streams")
    func discover() async throws {
        let streams = try await Shop().connector.discover(Shop.config)
        #expect(streams.map(\.name) == ["items", "orders"])
        #expect(streams[0].primaryKey == [["id"]])
        #expect(streams[0].schema["properties"]?["id"]?["type"] == "integer")
        #expect(!streams[0].isIncremental)
        await #expect(throws: ConnectorError.self) { try await Shop().connector.discover([:]) }
    }

    @Test("refuses options that cannot be used")
    func options() async throws {
        var connector = try Shop().connector
        connector.options.allowedHosts = ["not a host"]
        var error = await #expect(throws: ConnectorError.self) { try await connector.discover(Shop.config) }
        #expect(error?.code == .invalidOption)
        connector.options.allowedHosts = []
        connector.options.environment = ["HTTPS_PROXY": "gopher://x"]
        error = await #expect(throws: ConnectorError.self) { try await connector.discover(Shop.config) }
        #expect(error?.problems.first?.code == "unusable-proxy")
    }

    private struct Unexpected: Error {}
}
