import Testing

/// Methods that take text apart, with the results of the reference.
@Suite("Splitting text")
struct StringPartsTests {
    @Test(
        "splits",
        arguments: [
            ("record.s.split()", "['hello', 'World']"),
            ("record.s.split('o')", "['hell', ' W', 'rld']"),
            ("record.s.split('o', 1)", "['hell', ' World']"),
            ("record.s.rsplit('o', 1)", "['hello W', 'rld']"),
            ("record.s.split('')", "!ValueError"),
            ("record.s.split(None)", "['hello', 'World']"),
            ("'a,b,,c'.split(',')", "['a', 'b', '', 'c']"),
            ("'  a  b '.split()", "['a', 'b']"),
            ("' a b c '.split(maxsplit=1)", "['a', 'b c ']"),
            ("' a b c '.rsplit(None, 1)", "[' a b', 'c']"),
            ("record.nl.splitlines()", "['a', 'b', 'c']"),
            ("record.nl.splitlines(true)", "['a\\n', 'b\\r\\n', 'c']"),
            ("record.s.partition(' ')", "('hello', ' ', 'World')"),
            ("record.s.rpartition('o')", "('hello W', 'o', 'rld')"),
            ("record.s.partition('zz')", "('hello World', '', '')"),
            ("record.date.split('T')[0]", "'2024-01-15'"),
        ] as [(String, String)]
    )
    func split(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }
}
