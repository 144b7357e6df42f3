import Diagnostics
import ManifestEngine
import Testing
import YAML

@Suite("Manifest")
struct ManifestTests {
    private func load(_ text: String) throws -> Manifest { try Manifest.load(Array(text.utf8), name: "m.yaml") }
    private func inspect(_ text: String) throws -> Manifest { try Manifest.inspect(Array(text.utf8), name: "m.yaml") }

    @Test(
        "a sound manifest gives its source; the root's type may be left out",
        arguments: ["", "type: DeclarativeSource"]
    )
    func sound(type: String) throws {
        let manifest = try load(ManifestSample.text(type))
        #expect(manifest.diagnostics.all.isEmpty)
        let source = try manifest.source()
        #expect(source.candidates.map(\.name) == ["items"])
        #expect(source.check.streamNames == ["items"])
        #expect(source.spec.map { _ in true } == true)
    }

    @Test("references are replaced before anything is checked")
    func references() throws {
        let definitions =
            "definitions:\n  streams:\n    a:\n      type: DeclarativeStream\n      name: items\n"
            + "      retriever:\n        type: SimpleRetriever\n"
            + "        requester: {type: HttpRequester, url: \"http://api/a\"}\n"
            + "        record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: [x]}}\n"
        let manifest = try load(ManifestSample.text(streams: ["  - $ref: \"#/definitions/streams/a\""], definitions))
        #expect(try manifest.source().candidates.map(\.name) == ["items"])
    }

    @Test(
        "text that is not a manifest is refused at its place",
        arguments: [
            ("", "not-a-mapping", "a manifest is a mapping; the file is empty"),
            ("# only a comment\n", "not-a-mapping", "a manifest is a mapping; the file is empty"),
            ("- a\n", "not-a-mapping", "a manifest is a mapping; found"),
            ("hello\n", "not-a-mapping", "a manifest is a mapping; found"),
            ("a: [1, 2\nb: 3\n", "not-yaml", "the file is not valid YAML: "),
            (
                String(repeating: "[", count: 300), "too-large",
                "mappings and lists are nested more than 256 levels deep"
            ),
            ("a: \"x\n", "not-yaml", "the file is not valid YAML: "),
        ]
    )
    func refused(_ text: String, _ code: String, _ message: String) throws {
        let fault = try #require(throws: ManifestFault.self) { try inspect(text) }
        #expect(fault.diagnostics.all.map(\.code) == [code])
        #expect(fault.diagnostics.all.first?.message.hasPrefix(message) == true)
        #expect(fault.diagnostics.all.first?.fix != nil)
        #expect(throws: ManifestFault.self) { try load(text) }
    }

    @Test("all faults of a manifest are reported in one run")
    func allFaults() throws {
        let text = """
            version: 7.0.0
            check: {type: CheckStream}
            streams:
              - type: DeclarativeStream
                name: items
                retriever:
                  type: SimpleRetriever
                  requester: {type: HttpRequester, url: "{{ config['a' }}"}
                  record_selector: {type: RecordSelecter, extractor: {type: DpathExtractor, field_path: [x]}}
              - $ref: "#/definitions/nothing"
            """
        let manifest = try inspect(text)
        let lines = Set(manifest.diagnostics.errors.compactMap { $0.place?.range.start.line })
        #expect(lines.isSuperset(of: [2, 8, 9, 10]))
        #expect(manifest.diagnostics.warnings.contains { $0.message.contains("no 'spec'") })
        let fault = try #require(throws: ManifestFault.self) { try load(text) }
        #expect(fault.diagnostics == manifest.diagnostics)
    }

    @Test("a reference to nothing is one fault, without others that come of it")
    func brokenReference() throws {
        let manifest = try inspect(ManifestSample.text(streams: ["  - $ref: \"#/definitions/nothing\""]))
        #expect(manifest.diagnostics.errors.count == 1)
        #expect(manifest.diagnostics.errors.first?.place?.range.start.line == 4)
    }

    @Test("warnings alone do not keep a manifest from being used")
    func warnings() throws {
        let check = "check: {type: CheckStream, stream_names: [others]}"
        let manifest = try load(ManifestSample.text(check: check))
        #expect(manifest.diagnostics.all.map(\.code) == ["unknown-stream"])
        #expect(try manifest.source().candidates.count == 1)
    }

    // MARK: Faulty streams

    private static let faultyStream = [
        "  - type: DeclarativeStream", "    name: broken", "    retriever:", "      type: SimpleRetriever",
        "      requester: {type: HttpRequester, url: \"http://api/b\"}",
        "      paginator: {type: DefaultPagnator}",
        "      record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: [x]}}",
    ].joined(separator: "\n")
    private static let soundStream = faultyStream.replacing("broken", with: "items")
        .replacing("DefaultPagnator", with: "NoPagination")

    @Test("a faulty stream is left out by name, and the others can be read")
    func faultyStream() throws {
        let text = ManifestSample.text(streams: [Self.soundStream, Self.faultyStream])
        #expect(throws: ManifestFault.self) { try load(text) }
        let source = try Manifest.loadSoundStreams(Array(text.utf8), name: "m.yaml").source()
        #expect(source.candidates.map(\.name) == ["items"])
        #expect(source.refused.map(\.name) == ["broken"])
        #expect(source.refused.first?.failure.message.contains("did you mean 'DefaultPaginator'?") == true)
        #expect(RefusedStream.failure(of: source.refused)?.message.contains("'broken'") == true)
        #expect(RefusedStream.failure(of: []) == nil)
    }

    @Test("a stream that cannot be made leaves the manifest valid, and is left out by name")
    func refusedStream() throws {
        let option = "{type: RequestOption, inject_into: request_parameter, field_name: a, field_path: [b]}"
        let router = "{type: ListPartitionRouter, values: [x], cursor_field: c, request_option: \(option)}"
        let refused = Self.faultyStream.replacing(
            "      paginator: {type: DefaultPagnator}",
            with: "      partition_router: \(router)"
        )
        let text = ManifestSample.text(streams: [Self.soundStream, refused])
        #expect(try load(text).diagnostics.warnings.map(\.code) == ["stream-refused"])
        let source = try Manifest.loadSoundStreams(Array(text.utf8), name: "m.yaml").source()
        #expect(source.candidates.map(\.name) == ["items"])
        #expect(source.refused.map(\.name) == ["broken"])
    }

    @Test("a fault in a shared definition counts for every stream that uses it")
    func sharedFault() throws {
        let reference = "      paginator: {$ref: \"#/definitions/pages\"}"
        let shared = Self.faultyStream.replacing("      paginator: {type: DefaultPagnator}", with: reference)
        let definitions = "definitions:\n  pages: {type: DefaultPagnator}\n"
        let text = ManifestSample.text(
            streams: [shared, shared.replacing("broken", with: "also_broken"), Self.soundStream],
            definitions
        )
        let source = try Manifest.loadSoundStreams(Array(text.utf8), name: "m.yaml").source()
        #expect(source.candidates.map(\.name) == ["items"])
        #expect(source.refused.map(\.name) == ["broken", "also_broken"])
    }

    @Test("a fault outside of the streams refuses the manifest, with all faults")
    func faultOutside() throws {
        let text = ManifestSample.text(streams: [Self.faultyStream], "api_budget: {type: HTTPAPIBudgt}\n")
        let fault = try #require(throws: ManifestFault.self) {
            try Manifest.loadSoundStreams(Array(text.utf8), name: "m.yaml")
        }
        #expect(fault.diagnostics.errors.count == 2)
    }
}
