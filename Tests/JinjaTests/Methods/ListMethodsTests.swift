import Testing

/// Methods of lists, with the answers of the reference.
@Suite("Methods of lists")
struct ListMethodsTests {
    @Test(
        "changes and searches lists",
        arguments: [
            ("record.pop('id')", "5137"),
            ("record.d.copy()", "{'a': 1, 'b': {'c': [1, 2, {'x': 'y'}]}}"),
            ("record.l.append(4)", "None"),
            ("record.l.pop()", "2"),
            ("record.l.index(1)", "1"),
            ("record.l.index(9)", "!ValueError"),
            ("record.l.count(1)", "1"),
            ("record.s.index('zz')", "!ValueError"),
            ("record.s.count('o')", "2"),
            ("record.s.count('')", "12"),
            ("record.l.sort()", "None"),
            ("[3,1,2].sort()", "None"),
            ("[1,2,3].pop(0)", "1"),
            ("[1,2,3].pop(9)", "!IndexError"),
            ("{'a':1}.pop('b')", "!KeyError"),
            ("{'a':1}.pop('b', 5)", "5"),
            ("[1,2].extend([3])", "None"),
            ("[1,2].insert(0, 5)", "None"),
            ("[1,2].remove(5)", "!ValueError"),
            ("[1,2].copy()", "[1, 2]"),
            ("(1,2).index(2)", "1"),
            ("(1,2).count(1)", "1"),
        ] as [(String, String)]
    )
    func lists(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }
}
