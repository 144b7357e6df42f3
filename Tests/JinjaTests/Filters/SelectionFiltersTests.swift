import Testing

/// Filters that map and select, with the results of the reference.
@Suite("Selection filters")
struct SelectionFiltersTests {
    @Test(
        "map",
        arguments: [
            ("record.ln | sort(attribute='v') | map(attribute='name') | list", "['y', 'x', 'X']"),
            ("record.ln | sort(attribute='name,v') | map(attribute='v') | list", "[2, 3, 1]"),
            ("record.ln | map(attribute='name') | list", "['x', 'y', 'X']"),
            ("record.ln | map(attribute='q.w') | list", "!UndefinedError"),
            ("record.ln | map(attribute='q.w', default=9) | list", "[1, 9, 9]"),
            ("record.ln | map(attribute='missing', default='d') | list", "['d', 'd', 'd']"),
            ("record.ln | map('length') | list", "[3, 2, 3]"),
            ("record.ls | map('upper') | list", "['B', 'A', 'C']"),
            ("record.ls | map('upper') | join(',')", "'B,A,C'"),
            ("record.ls | map('replace', 'a', 'z') | list", "['b', 'z', 'C']"),
            ("record.ls | map('nofilter') | list", "!TemplateRuntimeError"),
            ("record.ls | map | list", "!FilterArgumentError"),
            ("record.ls | map(attr='x') | list", "!FilterArgumentError"),
            ("record.nul | map(attribute='x') | list", "[]"),
            ("record.missing | map(attribute='x') | list", "[]"),
            ("record.n | map('upper') | list", "\"{{ record.n | map('upper') | list }}\""),
            ("record.ls | map('upper')", "'<generator object sync_do_map>'"),
            ("record.ln | selectattr('v', 'gt', 1) | map(attribute='name') | list", "['x', 'X']"),
            ("record.ln | groupby('name') | map(attribute='grouper') | list", "['x', 'y']"),
            ("record.ln | groupby('name') | map('first') | list", "['x', 'y']"),
            ("record.ln | groupby('name') | map(attribute='list') | map('length') | list", "[2, 1]"),
            ("record.ln | map(attribute='q') | map(attribute='w') | list", "!UndefinedError"),
            ("record.ls | map('attr', 'upper') | list | length", "3"),
            ("record.l | map('string') | join(',')", "('3', '1', '2')"),
        ] as [(String, String)]
    )
    func map(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "select",
        arguments: [
            ("record.l | select('odd') | list", "[3, 1]"),
            ("record.l | select | list", "[3, 1, 2]"),
            ("record.l | select('gt', 1) | list", "[3, 2]"),
            ("record.l | select('in', [1,2]) | list", "[1, 2]"),
        ] as [(String, String)]
    )
    func select(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "reject",
        arguments: [
            ("record.l | reject('odd') | list", "[2]")
        ] as [(String, String)]
    )
    func reject(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "selectattr",
        arguments: [
            ("record.ln | selectattr('name', 'equalto', 'x') | list | length", "1"),
            ("record.ln | selectattr('q') | list | length", "1"),
            ("record.ln | selectattr('q', 'defined') | list | length", "2"),
            ("record.ln | selectattr('v', 'nosuch', 1) | list", "!TemplateRuntimeError"),
            ("record.el | selectattr('v', 'nosuch', 1) | list", "[]"),
        ] as [(String, String)]
    )
    func selectattr(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "rejectattr",
        arguments: [
            ("record.ln | rejectattr('v', '==', 1) | list | length", "2")
        ] as [(String, String)]
    )
    func rejectattr(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }
}
