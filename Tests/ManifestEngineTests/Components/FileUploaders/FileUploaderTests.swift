import Diagnostics
import Foundation
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("FileUploader")
struct FileUploaderTests {
    private static let fields = """
        requester: {url: "http://api{{ download_target }}"}
        download_target_extractor: {field_path: [file, url]}
        filename_extractor: "{{ record.name }}"
        """

    /// What becomes of a record's file in a new folder.
    private func file(
        _ record: JSONObject,
        _ fields: String = fields,
        prepare: (URL) throws -> Void = { _ in }
    ) async throws -> (file: RecordFile?, text: String?) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "files-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try prepare(folder)
        var options = RunOptions()
        options.filesFolder = folder.path()
        let transport = StubTransport([
            ["request": ["path": "/a"], "response": ["text": "some bytes, more than a piece"]],
            ["request": ["path": "/missing"], "response": ["status": 404]],
        ])
        let run = try StreamSample.run(transport, options: options)
        let uploader = try FileUploader(fields: fields)
        let found = try await uploader.file(of: Record(record), stream: "docs", in: run)
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path())
        #expect(!names.contains { $0.hasSuffix(".part") })
        return (found, found.flatMap { try? String(contentsOfFile: $0.path, encoding: .utf8) })
    }

    @Test(
        "writes the body below the stream's folder",
        arguments: [("x.txt", "docs/x.txt"), ("/1/x.txt/", "docs/1/x.txt"), ("a/./b", "docs/a/b"), ("ü", "docs/ü")]
    )
    func writes(_ name: String, _ path: String) async throws {
        let (file, text) = try await file(["file": ["url": "/a"], "name": .string(name)])
        #expect(file?.relativePath == path)
        #expect(file?.path.hasSuffix("/\(path)") == true)
        #expect(file?.size == 29)
        #expect(text == "some bytes, more than a piece")
    }

    @Test("without a name it is a random one")
    func random() async throws {
        let fields = Self.fields.split(separator: "\n").dropLast().joined(separator: "\n")
        let (file, _) = try await file(["file": ["url": "/a"]], fields)
        #expect(file?.relativePath.wholeMatch(of: /docs\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/) != nil)
        #expect(FilesFolder.randomName().dropFirst(14).first == "4")
    }

    @Test("a name never leads out of the folder", arguments: ["..", "../x", "a/../../x", "", "/", "a\u{0}b"])
    func unsafe(_ name: String) async throws {
        let failure = await #expect(throws: EngineFailure.self) {
            try await file(["file": ["url": "/a"], "name": .string(name)])
        }
        #expect(failure?.message.contains("leads out of the folder") == true)
    }

    @Test("a link is not followed", arguments: ["linked/x", "x"])
    func link(_ name: String) async throws {
        let outside = FileManager.default.temporaryDirectory.appending(path: "outside-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: outside) }
        try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
        _ = try? await file(["file": ["url": "/a"], "name": .string(name)]) { folder in
            let docs = folder.appending(path: "docs")
            try FileManager.default.createDirectory(at: docs, withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(at: docs.appending(path: "linked"), withDestinationURL: outside)
            let target = outside.appending(path: "y")
            try FileManager.default.createSymbolicLink(at: docs.appending(path: "x"), withDestinationURL: target)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: outside.path()).isEmpty)
    }

    @Test(
        "a record without an address fails its stream",
        arguments: [([:], "no address of its file"), (["file": ["url": 1]], "not a string")] as [(JSONObject, String)]
    )
    func target(_ record: JSONObject, _ text: String) async throws {
        let failure = await #expect(throws: EngineFailure.self) { try await file(record) }
        #expect(failure?.message.contains(text) == true)
    }

    @Test("a response that is ignored gives no file")
    func ignored() async throws {
        let handler = "{response_filters: [{http_codes: [404], action: IGNORE}]}"
        let fields = Self.fields.replacing("target }}\"}", with: "target }}\", error_handler: \(handler)}")
        #expect(try await file(["file": ["url": "/missing"], "name": "x"], fields).file == nil)
    }

    @Test("the record of a stream has its file, and the catalog says so")
    func stream() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "files-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        var options = RunOptions()
        options.filesFolder = folder.path()
        let uploader = Self.fields.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
        let stream = try StreamSample.stream("items", "file_uploader:\n  type: FileUploader\n\(uploader)")
        let transport = StubTransport([
            StreamSample.page([["file": ["url": "/a"], "name": "x"]]),
            ["request": ["path": "/a"], "response": ["text": "abc"]],
        ])
        let run = try StreamSample.run(transport, options: options)
        let reading = try await StreamReading.open(stream, run: run)
        var files: [RecordFile?] = []
        _ = try await reading.read(StreamSlice()) { files += $0.map(\.file) }
        #expect(files.map { $0?.relativePath } == ["items/x"])
        #expect(files.map { $0?.size } == [3])
        #expect(try await stream.catalogEntry(in: run)["is_file_based"] == true)
    }
}
