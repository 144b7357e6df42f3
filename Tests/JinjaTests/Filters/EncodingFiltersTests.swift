import Testing

/// Filters between notations, with the results of the reference.
@Suite("Encoding filters")
struct EncodingFiltersTests {
    @Test(
        "string",
        arguments: [
            ("'5' | string", "5"),
            ("5 | string", "'5'"),
            ("none | string", "'null'"),
            ("true | string", "'true'"),
            ("record.d | string", "'{\"a\": 1, \"b\": {\"c\": [1, 2, {\"x\": \"y\"}]}}'"),
            ("record.missing | string", "'{{ record.missing | string }}'"),
            ("record.q | string", "'it\\'s \"q\"'"),
            ("[record.q] | string", "'[\"it\\'s \"q\"\"]'"),
            ("'a\\nb' | string", "'a\\nb'"),
            ("['a\\nb'] | string", "'[\"a\\nb\"]'"),
            ("now_utc() | string", "'{{ now_utc() | string }}'"),
            ("'5' + 5 | string", "'5\"\"\"5\"\"\"'"),
            ("1 + 2 | string", "'{{ 1 + 2 | string }}'"),
            ("record.l|sort|first|string", "'1'"),
        ] as [(String, String)]
    )
    func string(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "tojson",
        arguments: [
            ("record.d | tojson", "{'a': 1, 'b': {'c': [1, 2, {'x': 'y'}]}}"),
            ("record.d.b | tojson(indent=2)", "{'c': [1, 2, {'x': 'y'}]}"),
            ("none | tojson", "'null'"),
            ("1.0 | tojson", "1.0"),
            ("1e400 | tojson", "'Infinity'"),
            ("[1,(2,3)] | tojson", "[1, [2, 3]]"),
            ("{1: 2, 'a': 3} | tojson", "\"{{ {1: 2, 'a': 3} | tojson }}\""),
            ("{1: 2} | tojson", "{'1': 2}"),
            ("record.missing | tojson", "'{{ record.missing | tojson }}'"),
            ("now_utc() | tojson", "'{{ now_utc() | tojson }}'"),
            ("stream_slice | tojson", "'{{ stream_slice | tojson }}'"),
        ] as [(String, String)]
    )
    func tojson(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "urlencode",
        arguments: [
            ("'a b/c?d=é&' | urlencode", "'a%20b/c%3Fd%3D%C3%A9%26'"),
            ("{'a': 'b c', 'd': '/é'} | urlencode", "'a=b+c&d=%2F%C3%A9'"),
            ("[('a', 1), ('b', none)] | urlencode", "'a=1&b=None'"),
            ("5 | urlencode", "5"),
            ("none | urlencode", "None"),
            ("['a'] | urlencode", "!ValueError"),
        ] as [(String, String)]
    )
    func urlencode(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "base64encode",
        arguments: [
            ("'abc' | base64encode", "'YWJj'"),
            ("'é' | base64encode", "'w6k='"),
            ("5 | base64encode", "!AttributeError"),
            ("none | base64encode", "!AttributeError"),
            ("record.missing | base64encode", "!UndefinedError"),
            ("'abc:def' | base64encode", "'YWJjOmRlZg=='"),
        ] as [(String, String)]
    )
    func base64encode(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "base64decode",
        arguments: [
            ("'YWJj' | base64decode", "'abc'"),
            ("'YWJj!!' | base64decode", "'abc'"),
            ("'YW Jj\\n' | base64decode", "'abc'"),
            ("'YWI' | base64decode", "!Error"),
            ("'YWI=' | base64decode", "'ab'"),
            ("'YWI=x' | base64decode", "'ab'"),
            ("'Y' | base64decode", "!Error"),
            ("'/w==' | base64decode", "!UnicodeDecodeError"),
        ] as [(String, String)]
    )
    func base64decode(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "base64binascii_decode",
        arguments: [
            ("'abc' | base64binascii_decode", "'YWJj'"),
            ("'é' | base64binascii_decode", "!UnicodeEncodeError"),
        ] as [(String, String)]
    )
    func base64binascii_decode(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }
}
