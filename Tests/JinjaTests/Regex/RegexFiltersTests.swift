import Testing

/// Filters with regular expressions, with the results of the reference.
@Suite("Regex filters")
struct RegexFiltersTests {
    @Test(
        "regex_search",
        arguments: [
            ("'a-5-b' | regex_search('a-(\\\\d+)-b')", "5"),
            ("'a-5-b' | regex_search('\\\\d')", "''"),
            ("'a-5-b' | regex_search('x(\\\\d)')", "''"),
            ("'ac' | regex_search('a(b)?c')", "None"),
            ("5 | regex_search('5')", "\"{{ 5 | regex_search('5') }}\""),
            ("none | regex_search('5')", "\"{{ none | regex_search('5') }}\""),
            ("record.missing | regex_search('5')", "\"{{ record.missing | regex_search('5') }}\""),
            ("'abc' | regex_search('(')", "!error"),
            ("'AbC' | regex_search('(?i)(b)')", "'b'"),
            ("'foo123bar' | regex_search('(?P<n>\\\\d+)')", "123"),
            ("'foo123bar' | regex_search('(?<=foo)(\\\\d+)(?=bar)')", "123"),
            ("'aaa' | regex_search('(a{2})')", "'aa'"),
            ("'aaa' | regex_search('(a*?)$')", "'aaa'"),
            ("'abab' | regex_search('((ab)+)')", "'abab'"),
            ("'x=1&y=2' | regex_search('y=([^&]*)')", "2"),
            ("'naïve' | regex_search('(\\\\w+)')", "'naïve'"),
            ("'a\\nb' | regex_search('a.(b)')", "''"),
            ("'a\\nb' | regex_search('(?s)a.(b)')", "'b'"),
            ("'a\\nb' | regex_search('(?m)^(b)$')", "'b'"),
            ("'abcabc' | regex_search('(abc)\\\\1')", "'abc'"),
        ] as [(String, String)]
    )
    func regex_search(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "regex_replace",
        arguments: [
            ("'2024-01-15' | regex_replace('-', '/')", "'2024/01/15'"),
            ("'2024-01-15' | regex_replace('(\\\\d+)-(\\\\d+)', '\\\\2-\\\\1')", "'01-2024-15'"),
            ("'hello' | regex_replace('l*', 'x')", "'xhxexxox'"),
            ("'hello' | regex_replace('', '-')", "'-h-e-l-l-o-'"),
            ("'hello' | regex_replace('(?P<c>l)', '<\\\\g<c>>')", "'he<l><l>o'"),
            ("'hello' | regex_replace('l', '\\\\n')", "'he\\n\\no'"),
            ("'hello' | regex_replace('l', '\\\\q')", "!error"),
            ("'hello' | regex_replace('l', '\\\\5')", "!error"),
            ("5 | regex_replace('l', 'x')", "\"{{ 5 | regex_replace('l', 'x') }}\""),
        ] as [(String, String)]
    )
    func regex_replace(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }
}
