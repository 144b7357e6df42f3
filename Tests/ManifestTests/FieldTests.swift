import Manifest
import ManifestEngine
import Testing

@Suite("Field")
struct FieldTests {
    @Test(
        "says in words what it accepts",
        arguments: [
            (FieldShape.string, "a string"), (.template, "a string (a template is allowed)"),
            (.word(["a", "b"]), "one of a, b"),
            (.list(.integer), "a list, each element an integer"), (.mapping(.number), "a mapping, each value a number"),
            (.either([.boolean, .any]), "true or false, or any value"),
            (.component(ComponentRegistry.paginators), "a paginator: DefaultPaginator, NoPagination"),
        ]
    )
    func words(_ shape: FieldShape, _ expected: String) {
        #expect(shape.words == expected)
    }
}
