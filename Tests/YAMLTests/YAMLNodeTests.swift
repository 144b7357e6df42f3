import Testing
import YAML

@Suite("nodes")
struct YAMLNodeTests {
    @Test(
        "answer only for their own kind",
        arguments: [
            ("~", "null"), ("true", "a boolean"), ("1", "an integer"), ("1.5", "a number"), ("x", "text"),
            ("2020-01-01", "a date"), ("2020-01-01 00:00:00", "a date and time"), ("!!binary AA==", "binary data"),
            ("[a]", "a list"), ("{a: 1}", "a mapping"), ("!!set {a}", "a set"),
        ]
    )
    func kinds(text: String, name: String) throws {
        let node = try load(text)
        #expect(node.value.kindName == name)
        #expect(node.isNull == (name == "null"))
        #expect((node.bool != nil) == (name == "a boolean"))
        #expect((node.int != nil) == (name == "an integer"))
        #expect((node.string != nil) == (name == "text"))
        #expect((node.sequence != nil) == (name == "a list"))
        #expect((node.mapping != nil) == (name == "a mapping"))
    }

    @Test("show their source")
    func source() throws {
        let root = try #require(try load("a: &x 0x1F # note\nb: *x\n").mapping)
        #expect(root["a"]?.sourceText == "&x 0x1F")
        #expect(root["b"]?.sourceText == "&x 0x1F")
        #expect(root["b"]?.int == 31)
    }
}
