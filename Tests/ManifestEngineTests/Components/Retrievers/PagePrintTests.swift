import JSON
import Testing

@testable import ManifestEngine

@Suite("PagePrint")
struct PagePrintTests {
    private func print(_ text: String) throws -> PagePrint {
        PagePrint(try JSONDocument(text: text).root.elements.map(JSONValue.view))
    }

    @Test("the same records have the same mark, in whatever document they stand")
    func same() throws {
        #expect(try print(#"[{"id":1},{"id":2}]"#) == print(#" [{"id":1}, {"id":2}]"#))
        #expect(try print("[]") == print("[]"))
    }

    @Test(
        "other records have another mark",
        arguments: ["[]", #"[{"id":1}]"#, #"[{"id":1},{"id":3}]"#, #"[{"id":0},{"id":2}]"#, #"[{"id":1},{"id":2},{}]"#]
    )
    func other(text: String) throws { #expect(try print(text) != print(#"[{"id":1},{"id":2}]"#)) }
}
