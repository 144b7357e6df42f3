import Testing

/// Whole templates, with the results of the reference.
@Suite("Interpolated strings")
struct InterpolatedStringTests {
    @Test(
        "evaluates expressions",
        arguments: [
            ("record.s ~ record.n", "'hello World5'"),
            ("'a' ~ none ~ true ~ 1.0", "'aNoneTrue1.0'"),
            ("[1, 'a', none, true, 1.5]", "[1, 'a', None, True, 1.5]"),
            ("{1: 2, none: 3, true: 4, 1.0: 5}", "{1: 5, None: 3}"),
            ("record.missing ~ 'a'", "'a'"),
            ("+record.n", "5"),
            ("record.s | reverse", "'dlroW olleh'"),
            ("record.n | reverse", "!FilterArgumentError"),
            ("record.e | d('d', boolean=true)", "'d'"),
            ("[record.q]", "['it\\'s \"q\"']"),
            ("[record.uni]", "['naïve 😀']"),
            ("[record.esc]", "'[Undefined]'"),
            ("[record.u16]", "'[Undefined]'"),
            ("[record.nl]", "['a\\nb\\r\\nc']"),
            ("[record.missing]", "'[Undefined]'"),
            ("range(5)", "!ValueError"),
            ("record.n | nosuch", "!TemplateAssertionError"),
            ("config.start_date", "'2024-01-01'"),
            ("config['start_date']", "'2024-01-01'"),
            ("config.list[0]", "'a'"),
            ("config.nested.x.y", "'z'"),
            ("config.lookback", "None"),
            ("parameters.name", "'users'"),
            ("parameters['pk']", "''"),
            ("parameters.missing", "''"),
            ("response.data", "[{'id': 1}, {'id': 2}]"),
            ("response.data[-1].id", "2"),
            ("response.next", "None"),
            ("response.meta.has_more", "!UndefinedError"),
            ("response['meta']['cursor']", "!UndefinedError"),
            ("next_page_token['next_page_token']", "!ValueError"),
            ("next_page_token.next_page_token", "!ValueError"),
            ("undefined_thing", "!ValueError"),
            ("undefined_thing.x", "!ValueError"),
            ("record.n.bit_length()", "3"),
            ("record.f.is_integer()", "False"),
            ("record.s['upper']()", "'HELLO WORLD'"),
            ("record.nul()", "'{{ record.nul() }}'"),
            ("record.n()", "'{{ record.n() }}'"),
            ("record.s()", "'{{ record.s() }}'"),
            ("record.missing()", "!UndefinedError"),
            ("max.x", "''"),
            ("loop", "!ValueError"),
            ("super()", "!ValueError"),
            ("{'a': 1}.a", "1"),
            ("{'a': [1,2]}.a[0]", "1"),
            ("\"1.0\"", "1.0"),
            ("\"...\"", "Ellipsis"),
            ("\".5\"", "0.5"),
            ("\"5.\"", "5.0"),
            ("record.id ~ '-' ~ record.n", "'5137-5'"),
            ("record.id + '-' + record.n", "\"{{ record.id + '-' + record.n }}\""),
        ] as [(String, String)]
    )
    func expressions(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }
}
