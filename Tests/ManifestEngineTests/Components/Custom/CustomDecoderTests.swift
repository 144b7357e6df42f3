import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("CustomDecoder", .enabled(if: PythonSample.isThere))
struct CustomDecoderTests {
    @Test("gives the values of the class")
    func decodes() throws {
        let decoder = try PythonSample.component(CustomDecoder.self, "Lines")
        let page = try decoder.decode(PythonSample.response("a\nb"), recordDepth: 1)
        #expect(page.bodies == [["line": "a"], ["line": "b"]])
    }
}
