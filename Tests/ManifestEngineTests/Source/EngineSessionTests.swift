import Config
import Diagnostics
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("EngineSession")
struct EngineSessionTests {
    private func session(
        _ responses: JSONValue = [],
        config: JSONObject = ["key": "s3cret"],
        text: String = ManifestSample.text(),
        secrets: SecretMask = SecretMask()
    ) throws -> EngineSession {
        try EngineSession(
            manifest: Manifest.load(Array(text.utf8), name: "m.yaml"),
            config: ConfigInput(config),
            transport: StubTransport(responses),
            clock: TestClock("2026-09-10T12:00:00Z"),
            messages: MessageRecorder(),
            secrets: secrets,
            random: { 0 }
        )
    }

    @Test("the secrets of the configuration are masked from the start")
    func secrets() throws {
        let secrets = SecretMask()
        _ = try session(secrets: secrets)
        #expect(secrets.masked("key=s3cret") == "key=****")
    }

    @Test("a configuration that breaks the specification is reported", arguments: [true, false])
    func configFault(isSound: Bool) throws {
        let fault = try session(config: isSound ? ["key": "a"] : [:]).configFault
        #expect((fault == nil) == isSound)
        #expect(fault?.type == (isSound ? nil : .config))
        #expect(fault?.message.hasPrefix("error[invalid-configuration]: ") == (isSound ? nil : true))
    }

    @Test("the check names the stream that cannot be read")
    func check() async throws {
        let good = try session([StreamSample.page([["id": 1]])])
        #expect(try await good.check() == nil)
        let bad = try session([StreamSample.refusal("/items")])
        #expect(try await bad.check()?.hasPrefix("Stream items is not available: ") == true)
    }

    @Test("a check of a stream that does not exist fails")
    func unknownCheck() async throws {
        let check = "check: {type: CheckStream, stream_names: [users]}"
        let session = try session(text: ManifestSample.text(check: check))
        let failure = await #expect(throws: EngineFailure.self) { try await session.check() }
        #expect(failure?.message == "The check names the stream 'users', which is not in the manifest.")
    }

    @Test("the catalog has all streams in the order of the manifest")
    func catalog() async throws {
        let streams = ["items", "b", "a"].map(ManifestSample.stream)
        let catalog = try await session(text: ManifestSample.text(streams: streams)).catalog().message
        let names = catalog["catalog"]?["streams"]?.array?.compactMap { $0["name"]?.string }
        #expect(names == ["items", "b", "a"])
    }

    @Test("a run has as many workers as the manifest says")
    func workers() throws {
        let text = ManifestSample.text("concurrency_level: {type: ConcurrencyLevel, default_concurrency: 3}")
        #expect(try session(text: text).makeRun().workers == 3)
        #expect(try session().makeRun().workers == 2)
    }
}
