import Testing
import YAML

@Suite("nodes")
struct YAMLNodeTests {
    @Test("show their source")
    func source() throws {
        let root = try #require(try load("a: &x 0x1F # note\nb: *x\n").mapping)
        #expect(root["a"]?.sourceText == "&x 0x1F")
        #expect(root["b"]?.sourceText == "&x 0x1F")
        #expect(root["b"]?.int == 31)
    }
}
