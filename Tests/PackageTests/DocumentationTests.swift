import Foundation
import Testing

/// What the articles and CONTRIBUTING say against the sources.
@Suite("Documentation")
struct DocumentationTests {
    private static let catalog = "Sources/ManifestEngine/ManifestEngine.docc"
    private static let decoders = "Tests/ManifestEngineTests/Components/Decoders"

    /// The first cells of the rows below a heading, without their code marks.
    private static func rows(_ heading: String, of article: String) throws -> [String] {
        let text = try SourceTree.text("\(catalog)/\(article).md")
        let section = text.components(separatedBy: "## \(heading)\n").last?.components(separatedBy: "\n## ").first ?? ""
        return section.matches(of: #/\n\| `([\w-]+)` \|/#).map { String($0.output.1) }
    }

    private static func text(of folders: [String]) throws -> String {
        try folders.flatMap { try SourceTree.swiftFiles(in: "Sources/\($0)") }.map(SourceTree.text).joined()
    }

    @Test("names tests and conformance cases that there are in COMPATIBILITY")
    func compatibility() throws {
        let text = try SourceTree.text("COMPATIBILITY.md")
        let tests = Set(text.matches(of: #/`([A-Z][\w+]*Tests)`/#).map { "\($0.output.1).swift" })
        #expect(tests.count > 30)
        let files = try SourceTree.swiftFiles(in: "Tests").map { ($0 as NSString).lastPathComponent }
        #expect(tests.subtracting(files).isEmpty)
        let cases = Set(text.matches(of: #/`([a-z_]+\/[a-z0-9_]+)`/#).map { String($0.output.1) })
        #expect(cases.count > 10)
        #expect(throws: Never.self) {
            for name in cases { _ = try SourceTree.text("conformance/\(name)/README.md") }
        }
    }

    @Test("lists every code of a fault")
    func codes() throws {
        let listed = try Self.rows("Faults of files", of: "Errors")
        let text = try Self.text(of: ["YAML", "Diagnostics", "Config", "HTTP", "Manifest", "ManifestEngine", "engine"])
        let pattern = #/(?:code: String|code:|code|faultCode|fault\(|report\()(?: =)?\s*"([a-z]+(?:-[a-z]+)+)"/#
        let used = Set(text.matches(of: pattern).map { String($0.output.1) })
        #expect(used.count > 30)
        #expect(listed == used.sorted())
    }

    @Test("lists every exit code")
    func exitCodes() throws {
        let listed = try Self.rows("Exit codes of the command", of: "Errors")
        let text = try SourceTree.text("Sources/engine/Engine.swift")
        let statuses = text.components(separatedBy: "enum ExitStatus").last ?? ""
        let used = statuses.matches(of: #/case \w+ = (\d+)/#).map { String($0.output.1) }
        #expect(used.count > 5)
        #expect(listed == ["0"] + used)
    }

    @Test("lists the protocol of every role")
    func roles() throws {
        let listed = try Self.rows("Roles", of: "AddAComponent")
        let text = try SourceTree.text("Sources/ManifestEngine/Components/ComponentRegistry.swift")
        let used = Set(text.matches(of: #/Role<any (\w+)>/#).map { String($0.output.1) })
        #expect(used.count > 15)
        #expect(listed == used.sorted())
    }

    @Test("shows a decoder and its test in CONTRIBUTING as they are compiled", arguments: ["", "Tests"])
    func decoder(_ suffix: String) throws {
        let text = try SourceTree.text("\(Self.decoders)/LineDecoder\(suffix).swift")
        // In the folder of its role the file does not import its own target; its test imports it.
        let shown =
            suffix.isEmpty
            ? text.replacing("package import ManifestEngine\n", with: "")
            : text.replacing(
                "import ManifestEngineTesting\n",
                with: "import ManifestEngine\nimport ManifestEngineTesting\n"
            )
        let blocks = try SourceTree.text("CONTRIBUTING.md").replacing("\n   ", with: "\n").components(
            separatedBy: "```"
        )
        #expect(blocks.contains("swift\n\(shown)"))
    }
}
