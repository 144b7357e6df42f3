import Foundation
import Manifest
import ManifestEngine
import Testing

@Suite("LanguageReference")
struct LanguageReferenceTests {
    static let reference = LanguageReference(ComponentRegistry.roles)
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../docs/reference").standardizedFileURL

    @Test("the pages of docs/reference are what the declarations say; `make reference` writes them")
    func pages() throws {
        let isRecording = ProcessInfo.processInfo.environment["RECORD_REFERENCE"] != nil
        if isRecording {
            try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
        }
        for page in Self.reference.pages {
            let file = Self.folder.appending(path: page.name)
            if isRecording { try page.text.write(to: file, atomically: true, encoding: .utf8) }
            let written = try? String(contentsOf: file, encoding: .utf8)
            #expect(written == page.text, "docs/reference/\(page.name) is out of date: run `make reference`")
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(Set(files) == Set(Self.reference.pages.map(\.name)))
    }

    @Test("says of a type what it does, where it may be, its fields and an example")
    func type() throws {
        let text = try #require(Self.reference.text(of: "DefaultErrorHandler"))
        for part in [
            "## DefaultErrorHandler\n\nDecides by response filters",
            "Role: error handler. Used in `error_handler` of HttpRequester, `error_handlers` of CompositeErrorHandler.",
            "- `max_retries`: an integer, 0 or more; or a template for one.\n  How many times",
            "Default: `5`. Templates read `config`, `parameters`.",
            "Without `type` it is a HttpResponseFilter.",
            "Example:\n\n```yaml\ntype: DefaultErrorHandler\n",
        ] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(Self.reference.text(of: "NoSuchType") == nil)
    }

    @Test("the fields of objects without a type stand below them")
    func objects() throws {
        let text = try #require(Self.reference.text(of: "DatetimeBasedCursor"))
        #expect(text.contains("- `clamping`: a mapping with the fields below.\n"))
        #expect(text.contains("\n  - `target` (required): a string (a template is allowed).\n    The period"))
        #expect(text.contains("\n    - `weekday`: a string.\n"))
    }

    @Test("the list without a type names all types by role, and those that do not run yet")
    func index() {
        let index = Self.reference.index
        #expect(index.contains("\n\npaginator\n  DefaultPaginator: Asks for pages"))
        #expect(index.contains("Not supported yet: "))
        #expect(Self.reference.typeNames.allSatisfy { index.contains("\n  \($0): ") })
    }
}
