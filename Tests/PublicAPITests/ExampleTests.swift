import Foundation
import Testing

/// The example of the README: what it says, what it needs, what it does.
@Suite("Example")
struct ExampleTests {
    private static let file = "Examples/ReadGong/main.swift"

    @Test("stands in the README as it is compiled")
    func readme() throws {
        let readme = try String(contentsOf: Company.package.appending(path: "README.md"), encoding: .utf8)
        let example = try String(contentsOf: Company.package.appending(path: Self.file), encoding: .utf8)
        #expect(readme.contains("```swift\n\(example)```\n"), "the first Swift block of README.md is not \(Self.file)")
    }

    @Test("needs public declarations alone")
    func isPublic() async throws {
        let file = Company.package.appending(path: Self.file)
        let result = try await OtherPackage.check(file)
        #expect(result.exit == 0, "\(result.output)")
    }

    @Test("has a counterpart that runs conformance cases")
    func testing() async throws {
        let result = try await checked(
            """
            import ManifestEngineTesting

            func conforms(_ test: ConformanceSuite.Case) async throws { try await test.run() }
            func cases() throws -> [ConformanceSuite.Case] { try ConformanceSuite(folder: "conformance").cases }
            """
        )
        #expect(result.exit == 0, "\(result.output)")
    }

    /// Checks a text as a file of another package.
    private func checked(_ text: String) async throws -> Program {
        let file = FileManager.default.temporaryDirectory.appending(path: "other-\(UUID().uuidString).swift")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(text.utf8).write(to: file)
        return try await OtherPackage.check(file)
    }

    @Test(
        "would not be compiled with others",
        arguments: ["EngineSession.self", "ConnectorOptions().transport as Any"]
    )
    func packageAccess(_ expression: String) async throws {
        let result = try await checked("import ManifestEngine\nlet other = \(expression)\n")
        #expect(result.exit != 0)
        #expect(result.output.contains("cannot find") || result.output.contains("inaccessible"), "\(result.output)")
    }

    @Test("reads, keeps its state, and continues from it")
    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "example-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            at: folder.appending(path: "manifests"),
            withIntermediateDirectories: true
        )
        try FileManager.default.copyItem(
            at: URL(filePath: Company.manifest),
            to: folder.appending(path: "manifests/gong.yaml")
        )
        try await Company.with { company in
            try Data(company.config.json.utf8).write(to: folder.appending(path: "config.json"))
            let program = try OtherPackage.product("read-gong")
            let first = try await Program.run(program, in: folder)
            #expect(first.exit == 0, "\(first.output)")
            #expect(first.lines.count { $0.hasPrefix("users ") && !$0.hasSuffix("is complete") } == 12)
            #expect(first.lines.contains("calls is complete"))
            let state = try String(contentsOf: folder.appending(path: "gong.state.json"), encoding: .utf8)
            #expect(state.contains("\"name\":\"calls\""))
            let second = try await Program.run(program, in: folder)
            #expect(second.lines.count < first.lines.count)
        }
    }
}
