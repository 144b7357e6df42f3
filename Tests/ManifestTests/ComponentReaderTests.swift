import Diagnostics
import JSON
import Manifest
import ManifestEngine
import ManifestEngineTesting
import Testing
import YAML

@Suite("ComponentReader")
struct ComponentReaderTests {
    private func reader(_ yaml: String) throws -> ComponentReader {
        var builder = NodeBuilder()
        let node = builder.node(try YAML.load(text: yaml, name: "m.yaml"))
        return ComponentReader(node, path: ManifestPath().field("here"), source: SourceContext(streamName: "s"))
    }

    @Test("a field that is left out, or null, has its default", arguments: ["{}", "{n: null}"])
    func defaults(_ yaml: String) throws {
        let reader = try reader(yaml)
        let field = Field("n", .integer, default: 7, "A number.")
        #expect(reader.optionalInteger(field) == 7)
        #expect(!reader.has(field))
        #expect(reader.optionalString(field) == nil)
    }

    @Test(
        "numbers, flags and dates count as the templates that print them",
        arguments: [
            ("5", "5"), ("1.5", "1.5"), ("true", "True"), ("text", "text"), ("2020-01-01", "2020-01-01"),
            ("\"{{ config.a }}\"", "{{ config.a }}"),
        ]
    )
    func templates(_ written: String, _ source: String) throws {
        #expect(try reader("t: \(written)").template(Field("t", .template, "Text.")).source == source)
    }

    @Test("a field that is needed is asked for, with its place and the way to it")
    func missing() throws {
        let reader = try reader("type: X\na: 1")
        let fault = #expect(throws: ManifestFault.self) { try reader.string(Field("name", .string, "The name.")) }
        #expect(fault?.diagnostics.all.map(\.headline) == ["m.yaml:1:1: error[missing-field]: X needs 'name'"])
        #expect(fault?.diagnostics.all.first?.path == "here")
    }

    @Test("lists of lists, and single components where a list may stand")
    func lists() throws {
        let reader = try reader("{l: [[a, 1], [b]], s: {type: ListPartitionRouter, values: [], cursor_field: id}}")
        let texts = try reader.templateLists(Field("l", .list(.list(.template)), "Ways."))
        #expect(texts.map { $0.map(\.source) } == [["a", "1"], ["b"]])
        let field = Field("s", .component(ComponentRegistry.partitionRouters), "Routers.")
        #expect(try reader.components(field, ComponentRegistry.partitionRouters).count == 1)
    }

    @Test("templates see the parameters of their component")
    func parameters() throws {
        let reader = try reader("{$parameters: {p: 5}, t: \"{{ parameters.p }}\"}")
        #expect(try reader.template(Field("t", .template, "Text.")).value(in: .testing()).pythonText == "5")
    }
}
