import Foundation
import Manifest
import ManifestEngine
import ManifestEngineTesting
import Testing

/// What belongs to each type of the registry: a source file, a test file, a conformance case, a reference page and a line
/// in COMPATIBILITY.md.
@Suite("registered types")
struct RegisteredTypeTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../..").standardizedFileURL
    private static let names = Set(ComponentRegistry.roles.flatMap(\.typeNames)).sorted()
    private static let sources = files(below: "Sources/ManifestEngine")
    private static let tests = files(below: "Tests/ManifestEngineTests")
    private static let page = pages()
    private static let compatibility = words(of: "COMPATIBILITY.md", from: "| role |", to: "## Where")
    private static let inCases = (try? typesInCases()) ?? []

    private static func files(below folder: String) -> Set<String> {
        let files = FileManager.default.enumerator(at: root.appending(path: folder), includingPropertiesForKeys: nil)
        return Set((files?.allObjects ?? []).compactMap { ($0 as? URL)?.lastPathComponent })
    }

    private static func text(_ path: String) -> String {
        (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
    }

    private static func words(of path: String, from start: String, to end: String) -> Set<Substring> {
        let text = text(path)
        let part = text.components(separatedBy: start).last?.components(separatedBy: end).first ?? ""
        return Set(part.split { !$0.isLetter && !$0.isNumber }.map { Substring(String($0)) })
    }

    /// All headings of the reference pages.
    private static func pages() -> Set<String> {
        Set(
            LanguageReference(ComponentRegistry.roles).pages.flatMap { page in
                text("docs/reference/\(page.name)").split(separator: "\n").filter { $0.hasPrefix("## ") }
                    .map { String($0.dropFirst(3)) }
            }
        )
    }

    /// The types that occur in a conformance case, those left out and filled in included.
    private static func typesInCases() throws -> Set<String> {
        let shared = root.appending(path: "manifests/gong.yaml")
        let texts = try ConformanceCase.all(in: root.appending(path: "conformance")).map {
            try $0.manifestText(shared: shared)
        }
        var found: Set<String> = []
        for text in Set(texts) {
            guard let manifest = try? Manifest.inspect(Array(text.utf8), name: "m.yaml") else { continue }
            collect(manifest.root, into: &found)
        }
        return found
    }

    private static func collect(_ node: ManifestNode, into found: inout Set<String>) {
        if let name = node.typeName { found.insert(name) }
        node.sequence?.forEach { collect($0, into: &found) }
        for (name, entry) in node.mapping?.entries ?? [:] where name != "definitions" {
            collect(entry.node, into: &found)
        }
    }

    /// What a type lacks.
    private static func missing(of name: String) -> [String] {
        [
            sources.contains("\(name).swift") ? nil : "a source file \(name).swift",
            tests.contains("\(name)Tests.swift") ? nil : "a test file \(name)Tests.swift",
            inCases.contains(name) ? nil : "a conformance case with it",
            page.contains(name) ? nil : "a section in docs/reference (`make reference`)",
            compatibility.contains(Substring(name)) ? nil : "a place in the table of COMPATIBILITY.md",
        ]
        .compactMap { $0 }
    }

    @Test("each has all that belongs to a type", arguments: names)
    func complete(_ name: String) {
        #expect(Self.missing(of: name).isEmpty, "\(name) lacks \(Self.missing(of: name).joined(separator: ", "))")
    }

    @Test("the example of each is read and has no fault", arguments: names)
    func example(_ name: String) throws {
        let role = try #require(ComponentRegistry.roles.first { $0.type(name) != nil })
        let type = try #require(role.type(name))
        #expect(type.example.hasPrefix("type: \(name)\n") || type.example == "type: \(name)")
        let found = try ComponentText(type.example.replacing("\"#/definitions/users\"", with: parent)).diagnostics(
            as: role,
            hasPython: true
        )
        #expect(found.map(\.rendered).isEmpty)
    }

    private let parent =
        "{name: users, retriever: {requester: {url: http://h}, record_selector: {extractor: {field_path: []}}}}"
}
