import Diagnostics
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("DynamicDeclarativeStream")
struct DynamicDeclarativeStreamTests {
    @Test("gives a stream for each set of values, after the declared ones")
    func streams() async throws {
        let streams = try await DynamicSample.streams(
            DynamicSample.text(),
            config: ["tables": [["name": "b"], ["name": "a"]]]
        )
        #expect(streams.all.map(\.name) == ["items", "b", "a"])
        #expect(streams.dynamic.map(\.name) == ["tables"])
    }

    @Test(
        "a stream that cannot be made is refused by its name, and the others are there",
        arguments: [
            (DynamicSample.mapping("retriever, requester, path", "[1]"), ["items"], "a", "wrong-type"),
            (DynamicSample.mapping("retriever, record_selector", "{type: Nothing}"), ["items"], "a", "unknown-type"),
            (
                DynamicSample.mapping("retriever, requester, path", "{{ components_values['x'] }}"), ["items", "b"],
                "a", "template"
            ),
            (DynamicSample.mapping("name", "5"), ["items"], "tables[0]", "must be a string, found an integer"),
            (DynamicSample.mapping("name", "items"), ["items"], "items", "several streams are called 'items'"),
            (DynamicSample.mapping("'**', '**'", "items"), ["items"], "tables[0]", "more than one '**'"),
            (
                DynamicSample.mapping("name, below", "1", ", create_or_update: true"), ["items"], "tables[0]",
                "cannot be created"
            ),
        ]
    )
    func refused(_ mapping: String, _ names: [String], _ refused: String, _ text: String) async throws {
        let streams = try await DynamicSample.streams(
            DynamicSample.text(mappings: [DynamicSample.nameMapping, mapping]),
            config: ["tables": [["name": "a"], ["name": "b", "x": "y"]]]
        )
        #expect(streams.all.map(\.name) == names)
        let first = try #require(streams.refused.first { $0.name == refused })
        #expect(first.failure.message.contains(text))
    }

    @Test("a template is judged by what is certain, and a faulty one leaves the other streams")
    func faults() throws {
        let faulty = DynamicSample.template.replacing("type: SimpleRetriever", with: "type: Simple")
        let manifest = try Manifest.inspect(Array(DynamicSample.text(template: faulty).utf8), name: "m.yaml")
        #expect(manifest.diagnostics.errors.map(\.code) == ["unknown-type"])
        let source = try DynamicSample.session(DynamicSample.text(template: faulty)).source
        #expect(source.refused.map(\.name) == ["tables"])
        #expect(source.streams.count == 1 && source.dynamicStreams.isEmpty)
        let open = DynamicSample.template.replacing("url: \"http://api\", path: none", with: "path: ''")
        let other = try Manifest.inspect(Array(DynamicSample.text(template: open).utf8), name: "m.yaml")
        #expect(other.diagnostics.all.isEmpty)
    }

    @Test("a record may not lead credentials to a host that the manifest does not name", arguments: [true, false])
    func hosts(isNamed: Bool) async throws {
        let url = isNamed ? "http://api/t" : "http://elsewhere/t"
        let requester =
            "requester: {type: HttpRequester, url: \"http://api\", authenticator: "
            + "{type: BearerAuthenticator, api_token: s3cret}, path: none,"
        let text = DynamicSample.text(
            template: DynamicSample.template.replacing(
                "requester: {type: HttpRequester, url: \"http://api\", path: none,",
                with: requester
            ),
            resolver: DynamicSample.httpResolver,
            mappings: [
                DynamicSample.nameMapping,
                DynamicSample.mapping("retriever, requester, url", "{{ components_values.url }}"),
                DynamicSample.mapping("retriever, requester, path", ""),
            ]
        )
        let transport = StubTransport([
            StreamSample.page([["name": "a", "url": .string(url)]], path: "/tables"),
            StreamSample.page([["id": 1]], path: "/t"),
        ])
        let session = try DynamicSample.session(text, transport: transport)
        let run = try session.makeRun(isCheck: true)
        let stream = try #require(try await session.streams(in: run).all.last)
        let failure = await StreamCheck(run: run).failure(of: stream)
        #expect((failure == nil) == isNamed)
        if let failure { #expect(failure.message.contains("leads to elsewhere")) }
    }
}
