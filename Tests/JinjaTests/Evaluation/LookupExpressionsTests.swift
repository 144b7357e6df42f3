import Testing

/// Attributes, items and slices, with the results of the reference.
@Suite("Lookups")
struct LookupExpressionsTests {
    @Test(
        "reads members",
        arguments: [
            ("record.id", "5137"),
            ("record['id']", "5137"),
            ("record.d", "{'a': 1, 'b': {'c': [1, 2, {'x': 'y'}]}}"),
            ("record.d.b.c", "[1, 2, {'x': 'y'}]"),
            ("record.d.b.c[2].x", "'y'"),
            ("record.d['b']['c'][2]['x']", "'y'"),
            ("record.d.b.c[-1]", "{'x': 'y'}"),
            ("record.d.b.c[5]", "''"),
            ("record.l[0]", "3"),
            ("record.l.0", "3"),
            ("record.l[1:]", "[1, 2]"),
            ("record.l[:2]", "[3, 1]"),
            ("record.l[::2]", "[3, 2]"),
            ("record.s[1:4]", "'ell'"),
            ("record.s[0]", "'h'"),
            ("record.s[-1]", "'d'"),
            ("record.s[99]", "''"),
            ("record.n[1:2]", "'{{ record.n[1:2] }}'"),
            ("record.nul[1:2]", "'{{ record.nul[1:2] }}'"),
            ("record.missing[1:2]", "!UndefinedError"),
            ("record.missing", "''"),
            ("record.missing.x", "!UndefinedError"),
            ("record['missing']", "''"),
            ("record['missing']['x']", "!UndefinedError"),
            ("record.nul", "None"),
            ("record.nul.x", "''"),
            ("record.nul.x.y", "!UndefinedError"),
            ("record.n.x", "''"),
            ("record.l.x", "''"),
            ("record.s.x", "''"),
            ("record.items", "'<built-in method items of dict object>'"),
            ("record['items']", "'field'"),
            ("record.keys", "'<built-in method keys of dict object>'"),
            ("record.k.keys", "!UndefinedError"),
            ("record.k['keys']", "!UndefinedError"),
            ("record.k.class", "!UndefinedError"),
            ("record._u", "7"),
            ("record['_u']", "7"),
            ("record.__class__", "''"),
            ("record['__class__']", "''"),
            ("record.__class__.x", "!SecurityError"),
            ("record.l in record.l", "False"),
            ("record.n in none", "'{{ record.n in none }}'"),
            ("record.missing in record.l", "False"),
            ("record.missing in record.s", "'{{ record.missing in record.s }}'"),
            ("record.t and record.n", "5"),
            ("record.fl and record.n", "False"),
            ("record.e or 'default'", "'default'"),
            ("record.nul or record.e or 0", "0"),
            ("record.missing or 'm'", "'m'"),
            ("record.uni[2]", "'ï'"),
            ("record.uni", "'naïve 😀'"),
            ("record.q", "'it\\'s \"q\"'"),
            ("record.esc", "''"),
            ("record.nl", "'a\\nb\\r\\nc'"),
            ("record.lit", "[1, 2]"),
            ("record.num", "1.1"),
            ("record.sp", "'  x y  '"),
            ("record.big", "''"),
            ("record.t", "True"),
            ("record.f", "1.5"),
            ("record.neg", "''"),
            ("record.e", "''"),
            ("record.el", "[]"),
            ("record.ed", "{}"),
            ("record.fl", "False"),
            ("record..id", "!TemplateSyntaxError"),
            ("record.", "!TemplateSyntaxError"),
            ("record.id if", "!TemplateSyntaxError"),
            ("record.n.real", "5"),
            ("record.l[record.z]", "3"),
            ("record[record.s]", "''"),
            ("record['d']['b']", "{'c': [1, 2, {'x': 'y'}]}"),
            ("record[5]", "''"),
            ("record[none]", "''"),
            ("record[['a']]", "''"),
            ("record.l['x']", "''"),
            ("record.l[1.5]", "''"),
            ("record.l[true]", "1"),
            ("record.s['upper']", "'<built-in method upper of str object>'"),
            ("record.get", "'<built-in method get of dict object>'"),
            ("record.s.upper", "'<built-in method upper of str object>'"),
            ("record.l.__len__", "''"),
            ("record.ln[0].q.w", "1"),
            ("record.ln[1].q.w", "!UndefinedError"),
            ("record.ln[2].q.w", "''"),
            ("record.n in [1, 5] and 'x'", "'x'"),
            ("record.date[:10]", "'2024-01-15'"),
        ] as [(String, String)]
    )
    func members(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "calls get",
        arguments: [
            ("record.d.get('a') + 1", "2")
        ] as [(String, String)]
    )
    func getters(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "keeps what begins with underscores out of reach",
        arguments: [
            ("record.__class__()", "!SecurityError"),
            ("record.s.__len__()", "!SecurityError"),
            ("().__class__.__bases__", "!SecurityError"),
            ("config.__init__.__globals__", "!SecurityError"),
        ] as [(String, String)]
    )
    func underscores(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "takes slices",
        arguments: [
            ("record.l[::-1]", "[2, 1, 3]"),
            ("record.l[-2:]", "[1, 2]"),
            ("record.s[::-1]", "'dlroW olleh'"),
        ] as [(String, String)]
    )
    func slices(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }
}
