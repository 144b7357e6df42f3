import Testing

/// Literal evaluation of rendered text, with the results of the reference.
@Suite("Outcome")
struct OutcomeTests {
    @Test(
        "evaluates the text",
        arguments: [
            ("{{ record.n }}{{ record.missing }}", "5"),
            ("{{ record.missing }}{{ record.missing.x }}", "!UndefinedError"),
            ("{{ record.date }}T", "'2024-01-15T08:30:00ZT'"),
            ("{{ record.l | join(',') }}", "(3, 1, 2)"),
            ("'{{ record.s }}'", "'hello World'"),
            ("\"{{ record.n }}\"", "'5'"),
            ("'{{ record.q }}'", "'\\'it\\'s \"q\"\\''"),
            ("[{{ record.n }}]", "[5]"),
            ("{\"a\": {{ record.n }}}", "{'a': 5}"),
            ("{\"a\": \"{{ record.s }}\", \"b\": {{ record.t }}}", "{'a': 'hello World', 'b': True}"),
            ("{\"a\": {{ record.t | tojson }}}", "'{\"a\": true}'"),
            ("({{ record.n }})", "5"),
            ("{{ record.n }}#c", "5"),
            ("# {{ record.n }}", "'# 5'"),
        ] as [(String, String)]
    )
    func texts(template: String, answer: String) {
        #expect(Sample.answer(template) == answer)
    }
}
