import Testing

/// Filters that sort and group, with the results of the reference.
@Suite("Sort filters")
struct SortFiltersTests {
    @Test(
        "sort",
        arguments: [
            ("record.l | sort", "[1, 2, 3]"),
            ("record.l | sort(reverse=true)", "[3, 2, 1]"),
            ("record.l | sort(true)", "[3, 2, 1]"),
            ("record.ls | sort", "['a', 'b', 'C']"),
            ("record.ls | sort(case_sensitive=true)", "['C', 'a', 'b']"),
            ("(record.l | sort)[0]", "1"),
            ("record.l | sort(attribute=none)", "[1, 2, 3]"),
        ] as [(String, String)]
    )
    func sortFilter(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "dictsort",
        arguments: [
            ("record.d | dictsort", "[('a', 1), ('b', {'c': [1, 2, {'x': 'y'}]})]"),
            ("{'b':1,'A':2} | dictsort", "[('A', 2), ('b', 1)]"),
            ("{'b':1,'A':2} | dictsort(true)", "[('A', 2), ('b', 1)]"),
            ("{'b':2,'A':1} | dictsort(by='value')", "[('A', 1), ('b', 2)]"),
            ("{'b':2,'A':1} | dictsort(reverse=true)", "[('b', 2), ('A', 1)]"),
            ("{'b':2,'A':1} | dictsort(by='x')", "!FilterArgumentError"),
            ("record.l | dictsort", "!AttributeError"),
        ] as [(String, String)]
    )
    func dictsortFilter(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "unique",
        arguments: [
            ("record.l | unique", "'<generator object sync_do_unique>'")
        ] as [(String, String)]
    )
    func uniqueFilter(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "max",
        arguments: [
            ("record.l | max", "3"),
            ("record.ls | max", "'C'"),
            ("record.ln | max(attribute='v')", "{'name': 'X', 'v': 3, 'q': None}"),
            ("record.el | max", "''"),
        ] as [(String, String)]
    )
    func maxFilter(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "min",
        arguments: [
            ("record.l | min", "1"),
            ("record.ls | min(case_sensitive=true)", "'C'"),
        ] as [(String, String)]
    )
    func minFilter(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "groupby",
        arguments: [
            ("record.ln | groupby('name') | map(attribute='list') | map('length') | list", "[2, 1]")
        ] as [(String, String)]
    )
    func groupbyFilter(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }
}
