import Testing

/// Filters for sequences, with the results of the reference.
@Suite("Sequence filters")
struct SequenceFiltersTests {
    @Test(
        "length",
        arguments: [
            ("record.s | length", "11"),
            ("record.l | length", "3"),
            ("record.n | length", "'{{ record.n | length }}'"),
            ("record.nul | length", "'{{ record.nul | length }}'"),
            ("record.missing | length", "0"),
            ("record.d | length", "2"),
            ("record.ln | groupby('v') | list | length", "3"),
            ("record.uni | length", "7"),
            ("generate_uuid() | length", "36"),
            ("record.s|replace('a','b')|length", "11"),
            ("stream_slice | length", "2"),
            ("headers | length", "2"),
            ("response.data | length", "2"),
            ("record.d.b.c | length > 2", "True"),
            ("(record.d.b.c | length) > 2", "True"),
            ("record.s | title | lower | upper | capitalize | trim | length", "11"),
        ] as [(String, String)]
    )
    func length(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "first",
        arguments: [
            ("record.l | first", "3"),
            ("record.el | first", "''"),
            ("record.missing | first", "''"),
            ("record.nul | first", "'{{ record.nul | first }}'"),
            ("record.n | first", "'{{ record.n | first }}'"),
            ("record.l | sort | first", "1"),
        ] as [(String, String)]
    )
    func first(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "last",
        arguments: [
            ("record.l | last", "2"),
            ("record.el | last", "''"),
            ("record.missing | last", "''"),
        ] as [(String, String)]
    )
    func last(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "list",
        arguments: [
            ("record.l | list", "[3, 1, 2]"),
            ("record.s | list", "['h', 'e', 'l', 'l', 'o', ' ', 'W', 'o', 'r', 'l', 'd']"),
            ("record.d | list", "['a', 'b']"),
            ("record.l | reverse | list", "[2, 1, 3]"),
            ("record.l | unique | list", "[3, 1, 2]"),
            ("['a','A','b'] | unique | list", "['a', 'b']"),
            ("['a','A','b'] | unique(true) | list", "['a', 'A', 'b']"),
            ("[1,1.0,true,2] | unique | list", "[1, 2]"),
            ("[[1],[1]] | unique | list", "'{{ [[1],[1]] | unique | list }}'"),
            ("record.l | batch(2) | list", "[[3, 1], [2]]"),
            ("record.l | batch(2, 'f') | list", "[[3, 1], [2, 'f']]"),
            ("record.l | slice(2) | list", "[[3, 1], [2]]"),
            ("record.l | slice(2, 'f') | list", "[[3, 1], [2, 'f']]"),
            ("record.d | items | list", "[('a', 1), ('b', {'c': [1, 2, {'x': 'y'}]})]"),
            ("record.n | items | list", "'{{ record.n | items | list }}'"),
            ("record.missing | items | list", "[]"),
            ("stream_slice | list", "['parent_id', 'start_time']"),
        ] as [(String, String)]
    )
    func list(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "join",
        arguments: [
            ("record.l | join(',')", "(3, 1, 2)"),
            ("record.ls | join(',')", "'b,a,C'"),
            ("record.ls | join", "'baC'"),
            ("record.l | join", "312"),
            ("record.ln | join(', ', attribute='name')", "'x, y, X'"),
            ("record.nul | join(',')", "\"{{ record.nul | join(',') }}\""),
            ("record.missing | join(',')", "''"),
            ("record.s | join('-')", "'h-e-l-l-o- -W-o-r-l-d'"),
            ("[3,1]|sort|join('-')", "'1-3'"),
            ("record.el | join(',')", "''"),
            ("record.ls | join(', ') | upper", "'B, A, C'"),
        ] as [(String, String)]
    )
    func join(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "reverse",
        arguments: [
            ("record.l | reverse | list", "[2, 1, 3]")
        ] as [(String, String)]
    )
    func reverse(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "batch",
        arguments: [
            ("record.l | batch(2, 'f') | list", "[[3, 1], [2, 'f']]")
        ] as [(String, String)]
    )
    func batch(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "slice",
        arguments: [
            ("record.l | slice(2, 'f') | list", "[[3, 1], [2, 'f']]")
        ] as [(String, String)]
    )
    func slice(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "default",
        arguments: [
            ("record.missing | default('d')", "'d'"),
            ("record.missing | default", "''"),
            ("record.nul | default('d')", "None"),
            ("record.nul | default('d', true)", "'d'"),
            ("record.e | default('d', true)", "'d'"),
            ("record.missing.x | default('d')", "!UndefinedError"),
            ("record.nul.x | default('d')", "'d'"),
            ("undefined_thing | default('x')", "!ValueError"),
        ] as [(String, String)]
    )
    func standard(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "items",
        arguments: [
            ("record.missing | items | list", "[]")
        ] as [(String, String)]
    )
    func items(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "attr",
        arguments: [
            ("'abc' | attr('upper')", "'<built-in method upper of str object>'"),
            ("record | attr('id')", "''"),
            ("record | attr('get')", "'<built-in method get of dict object>'"),
            ("('abc' | attr('upper'))()", "'ABC'"),
        ] as [(String, String)]
    )
    func attr(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }
}
