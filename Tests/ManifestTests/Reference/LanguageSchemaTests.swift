import Foundation
import JSON
import JSONSchema
import Manifest
import ManifestEngine
import ManifestEngineTesting
import Testing

@Suite("LanguageSchema")
struct LanguageSchemaTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../..").standardizedFileURL
    static let schema = JSONValue.object(
        LanguageSchema(ComponentRegistry.roles, root: ComponentRegistry.root).document
    )

    private func faults(_ yaml: String) throws -> [String] {
        JSONSchemaValidator(Self.schema).validate(try ManifestNode(yaml: yaml).json).map(\.message)
    }

    @Test("gong.yaml, and the manifests of all conformance cases that have no fault, keep the schema")
    func manifests() throws {
        let shared = Self.root.appending(path: "manifests/gong.yaml")
        let texts = try ConformanceCase.all(in: Self.root.appending(path: "conformance")).map {
            try $0.manifestText(shared: shared)
        }
        let gong = try String(contentsOf: shared, encoding: .utf8)
        for text in Set(texts + [gong]) {
            let found = try Manifest.inspect(Array(text.utf8), name: "m.yaml").diagnostics
            if found.all.isEmpty { #expect(try faults(text) == [], "\(text.prefix(400))") }
        }
        #expect(texts.count > 200)
    }

    @Test("the example of every type keeps the schema", arguments: LanguageReferenceTests.reference.typeNames)
    func examples(_ name: String) throws {
        let type = try #require(ComponentRegistry.roles.lazy.compactMap { $0.type(name) }.first)
        var members = Self.schema.object ?? [:]
        members["allOf"] = [["$ref": .string("#/definitions/\(name)")]]
        let found = JSONSchemaValidator(.object(members)).validate(try ManifestNode(yaml: type.example).json)
        #expect(found.map(\.message).isEmpty)
    }

    private static let sound = """
        version: "6.0.0"
        check: {stream_names: [a]}
        spec: {connection_specification: {type: object}}
        definitions:
          base: {type: HttpRequester, url: http://h}
          words: {anything: [goes, {type: object}]}
        streams:
          - name: a
            $parameters: {x: 1}
            retriever:
              requester: {$ref: "#/definitions/base", path: /a}
              record_selector: {extractor: {field_path: []}}
              paginator: "#/definitions/paginator"
        """

    @Test("references, parameters and types that are left out are sound")
    func soundness() throws {
        #expect(try faults(Self.sound) == [])
    }

    @Test(
        "what the language does not know is an error",
        arguments: [
            ("path: /a", "pahth: /a"), ("stream_names", "stream_name"), ("url: http://h", "uri: http://h"),
            ("field_path: []", "field_path: 5"), ("name: a", "name: a\n    nam: b"),
            ("{extractor", "{type: Selector, extractor"),
            ("streams:", "strems:"), ("paginator: \"#/definitions/paginator\"", "paginator: definitions"),
            ("retriever:", "retriever:\n      decoder: {type: XDecoder}"),
            ("field_path: []", "field_path: [], type: NoPagination"),
        ]
    )
    func errors(_ text: String, _ other: String) throws {
        #expect(Self.sound.contains(text))
        #expect(try !faults(Self.sound.replacingOccurrences(of: text, with: other)).isEmpty)
    }

    @Test("every field has a description and a shape")
    func descriptions() {
        for type in LanguageReferenceTests.reference.typeNames {
            let definition = Self.schema["definitions"]?[type]
            #expect(definition?["description"]?.string?.isEmpty == false)
            for (name, property) in definition?["properties"]?.object ?? [:]
            where !["type", "$ref", "$parameters"].contains(name) {
                #expect(property["description"]?.string?.isEmpty == false, "\(type).\(name)")
            }
        }
    }
}
