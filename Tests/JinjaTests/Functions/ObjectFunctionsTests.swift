import Testing

/// Functions that make objects, with the results of the reference.
@Suite("Jinja functions")
struct ObjectFunctionsTests {
    @Test(
        "makes objects",
        arguments: [
            ("dict(a=1, b=2)", "{'a': 1, 'b': 2}"),
            ("dict([('a', 1)])", "{'a': 1}"),
            ("dict({'a': 1}, b=2)", "{'a': 1, 'b': 2}"),
            ("namespace(a=1).a", "1"),
            ("namespace(a=1)['a']", "1"),
            ("namespace(a=1).b", "''"),
        ] as [(String, String)]
    )
    func objects(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }
}
