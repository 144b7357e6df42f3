import Diagnostics
import Foundation
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("JsonFileSchemaLoader")
struct JsonFileSchemaLoaderTests {
    /// The schema that a loader reads in a folder with some files.
    private func schema(_ files: [String: String], _ fields: String = "{}") async throws -> String {
        let loader = try JsonFileSchemaLoader(fields: fields)
        return try await inFolder(files) { JSONValue.object(try await loader.schema(of: "calls", in: $0)).text }
    }

    /// Runs with a manifest in a folder with some files.
    private func inFolder(
        _ files: [String: String],
        _ body: (SourceRun) async throws -> String
    ) async throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "schemas-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: file)
        }
        let context = RunContext(
            config: ["place": "x"],
            transport: StubTransport([]),
            clock: TestClock(),
            messages: MessageRecorder(),
            manifestFolder: folder.path()
        )
        return try await body(SourceRun(context: context))
    }

    @Test(
        "finds the file from the folder of the manifest, with or without the package of a Python connector",
        arguments: [
            ("schemas/calls.json", "{file_path: ./schemas/calls.json}"),
            ("source_x/schemas/calls.json", "{file_path: ./source_x/schemas/calls.json}"),
            ("schemas/calls.json", "{file_path: source_x/schemas/calls.json}"),
            ("schemas/calls.json", "{file_path: \"./source_{{ config.place }}/schemas/calls.json\"}"),
            ("calls.json", "{$parameters: {name: calls}}"),
            ("schemas/calls.json", "{$parameters: {name: calls}}"),
        ]
    )
    func places(_ file: String, _ fields: String) async throws {
        #expect(try await schema([file: #"{"type":"object"}"#], fields) == #"{"type":"object"}"#)
    }

    @Test("a stream without a schema loader takes the file in 'schemas', or the empty schema")
    func ofStream() async throws {
        let stream = try StreamSample.stream("calls")
        for (files, expected) in [
            (["schemas/calls.json": #"{"a":1}"#], #"{"a":1}"#), (["calls.json": #"{"a":1}"#], "{}"), ([:], "{}"),
        ] as [([String: String], String)] {
            let found = try await inFolder(files) { JSONValue.object(try await stream.schema(in: $0)).text }
            #expect(found == expected)
        }
    }

    @Test("puts what references name in their place, without definitions")
    func references() async throws {
        let files = [
            "schemas/calls.json":
                ##"{"properties":{"a":{"$ref":"#/definitions/id"},"b":[{"$ref":"user.json"}],"c":{"$ref":"user.json#/properties/name"}},"definitions":{"id":{"type":"string"}}}"##,
            "schemas/shared/user.json":
                ##"{"properties":{"name":{"$ref":"#/definitions/text"}},"definitions":{"text":{"type":"string"}}}"##,
        ]
        let text = try await schema(files, "{file_path: schemas/calls.json}")
        #expect(
            text
                == #"{"properties":{"a":{"type":"string"},"b":[{"properties":{"name":{"type":"string"}}}],"c":{"type":"string"}},"#
                + #""definitions":{"id":{"type":"string"}}}"#
        )
    }

    @Test(
        "says what is wrong with a file",
        arguments: [
            ([:], "there is no file"), (["calls.json": "{"], "the schema is not valid JSON"),
            (["calls.json": "[]"], "the schema is not a JSON object"),
            (["calls.json": ##"{"a":{"$ref":"#/b"}}"##], "the reference '#/b' names nothing"),
            (["calls.json": ##"{"a":{"$ref":"#/a"}}"##], "the reference '#/a' goes in circles"),
        ] as [([String: String], String)]
    )
    func faults(_ files: [String: String], _ text: String) async throws {
        let error = await #expect(throws: (any Error).self) {
            try await schema(files, "{file_path: calls.json}")
        }
        #expect(error.map { EngineFailure.from($0).message.contains(text) } == true, "\(String(describing: error))")
    }
}
