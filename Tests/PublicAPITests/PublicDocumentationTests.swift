import Foundation
import ManifestEngine
import Testing

/// The documentation that `make docs` writes.
@Suite("Documentation of the library")
struct PublicDocumentationTests {
    @Test("is made without a complaint: every link leads somewhere, every parameter is described")
    func convert() async throws {
        let output = FileManager.default.temporaryDirectory.appending(path: "docs-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: output) }
        let result = try await Program.run(
            URL(filePath: "/usr/bin/env"),
            ["BIN=\(OtherPackage.folder().path)", "DOCS=\(output.path)", "scripts/docs"],
            in: Company.package
        )
        #expect(result.exit == 0, "\(result.output)")
        let page = output.appending(path: "data/documentation/manifestengine/connector.json")
        #expect(FileManager.default.fileExists(atPath: page.path))
    }

    @Test("lists every error", arguments: ConnectorError.Code.allCases)
    func errors(_ code: ConnectorError.Code) throws {
        let article = Company.package.appending(path: "Sources/ManifestEngine/ManifestEngine.docc/Errors.md")
        let text = try String(contentsOf: article, encoding: .utf8)
        #expect(text.contains("| ``ConnectorError/Code/\(code)`` |"))
    }
}
