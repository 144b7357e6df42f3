import Testing

/// Literal evaluation of rendered text, with the answers of the reference.
@Suite("Outcome")
struct OutcomeTests {
    @Test(
        "evaluates the text",
        arguments: [
            ("a\n{{ record.n }}\n", "'a\\n5'"),
            ("a\n{{ record.n }}\n\n", "'a\\n5\\n'"),
            ("{{ record.n }}{{ record.missing }}", "5"),
            ("{{ record.missing }}{{ record.missing.x }}", "!UndefinedError"),
            ("}}", "'}}'"),
            ("%}", "'%}'"),
            ("{{ record.n", "!TemplateSyntaxError"),
            ("{{ record['n'] }}{# c #}", "5"),
            ("plain text", "'plain text'"),
            ("123", "123"),
            ("1.10", "1.1"),
            ("'x'", "'x'"),
            ("[1,2]", "[1, 2]"),
            ("stream_state", "!AirbyteTracedException"),
            ("{{ record.date }}T", "'2024-01-15T08:30:00ZT'"),
            ("{{ record.l | join(',') }}", "(3, 1, 2)"),
            ("{{ record.n }}  ", "5"),
            ("  {{ record.n }}", "5"),
            ("\t{{ record.n }}", "5"),
            ("\n{{ record.n }}", "5"),
            ("\n  {{ record.n }}", "'\\n  5'"),
            ("{{ record.n }}\n", "5"),
            ("'{{ record.s }}'", "'hello World'"),
            ("\"{{ record.n }}\"", "'5'"),
            ("'{{ record.q }}'", "'\\'it\\'s \"q\"\\''"),
            ("[{{ record.n }}]", "[5]"),
            ("{\"a\": {{ record.n }}}", "{'a': 5}"),
            ("{\"a\": \"{{ record.s }}\", \"b\": {{ record.t }}}", "{'a': 'hello World', 'b': True}"),
            ("{\"a\": {{ record.t | tojson }}}", "'{\"a\": true}'"),
            ("({{ record.n }})", "5"),
            ("{{ record.n }},", "(5,)"),
            ("{{ record.n }}#c", "5"),
            ("# {{ record.n }}", "'# 5'"),
            ("{{ record.n }}\\", "'5\\\\'"),
            ("a\r\nb{{ record.n }}\r\n", "'a\\nb5'"),
            ("a\rb", "'a\\nb'"),
        ] as [(String, String)]
    )
    func texts(template: String, answer: String) {
        #expect(Sample.answer(template) == answer)
    }
}
