import Testing

/// Methods of lists, with the results of the reference.
@Suite("Methods of lists")
struct ListMethodsTests {
    @Test(
        "changes and searches lists",
        arguments: [
            ("record.l.append(4)", "None"),
            ("record.l.index(1)", "1"),
            ("record.l.index(9)", "!ValueError"),
            ("record.l.count(1)", "1"),
            ("record.s.index('zz')", "!ValueError"),
            ("record.s.count('o')", "2"),
            ("record.s.count('')", "12"),
            ("record.l.sort()", "None"),
            ("[3,1,2].sort()", "None"),
            ("[1,2].extend([3])", "None"),
            ("[1,2].insert(0, 5)", "None"),
            ("[1,2].remove(5)", "!ValueError"),
            ("(1,2).index(2)", "1"),
            ("(1,2).count(1)", "1"),
        ] as [(String, String)]
    )
    func lists(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }
}
