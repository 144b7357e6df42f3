import Manifest
import ManifestEngineTesting
import Testing

@Suite("ManifestPath")
struct ManifestPathTests {
    @Test("names fields, elements, and what elements are called")
    func description() throws {
        let named = try ManifestNode(yaml: "name: calls")
        let path = ManifestPath().field("streams").element(0, of: named).field("retriever")
        #expect(path.description == #"streams[0] "calls" > retriever"#)
        let plain = try ManifestNode(yaml: "5")
        let nested = ManifestPath().field("a").element(1, of: plain).element(2, of: plain)
        #expect(nested.description == "a[1][2]")
        #expect(ManifestPath().description == "")
    }
}
