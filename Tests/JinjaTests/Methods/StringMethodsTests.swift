import Testing

/// Methods of text, with the results of the reference.
@Suite("Methods of text")
struct StringMethodsTests {
    @Test(
        "changes case",
        arguments: [
            ("record.s.upper().lower()", "'hello world'"),
            ("record.s.title()", "'Hello World'"),
            ("record.s.capitalize()", "'Hello world'"),
            ("record.s.swapcase()", "'HELLO wORLD'"),
            ("'ß'.casefold()", "'ss'"),
            ("'ǆ'.title()", "'ǅ'"),
            ("record.uni.upper()", "'NAÏVE 😀'"),
            ("record.upper()", "!UndefinedError"),
        ] as [(String, String)]
    )
    func cases(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "pads",
        arguments: [
            ("record.s.zfill(15)", "'0000hello World'"),
            ("'-5'.zfill(4)", "'-005'"),
            ("'ab'.ljust(4) ~ '|'", "'ab  |'"),
            ("'ab'.rjust(4, '*')", "'**ab'"),
            ("'ab'.center(5, '*')", "'**ab*'"),
            ("'abc'.center(4, '*')", "'abc*'"),
            ("'a\\tb'.expandtabs(4)", "'a   b'"),
        ] as [(String, String)]
    )
    func padding(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "strips and looks at ends",
        arguments: [
            ("record.s.strip('hd')", "'ello Worl'"),
            ("record.sp.strip()", "'x y'"),
            ("record.sp.lstrip()", "'x y  '"),
            ("record.sp.rstrip()", "'  x y'"),
            ("'xxabxx'.strip('x')", "'ab'"),
            ("record.s.startswith('he')", "True"),
            ("record.s.startswith(('x','he'))", "True"),
            ("record.s.startswith('l', 2)", "True"),
            ("record.s.endswith('ld')", "True"),
            ("record.s.endswith(5)", "'{{ record.s.endswith(5) }}'"),
            ("'a=1'.removeprefix('a=')", "1"),
            ("'a=1'.removesuffix('1')", "'a='"),
        ] as [(String, String)]
    )
    func ends(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "searches and replaces",
        arguments: [
            ("record.s.replace('l', 'L')", "'heLLo WorLd'"),
            ("record.s.replace('l', 'L', 1)", "'heLlo World'"),
            ("record.s.replace('', '-')", "'-h-e-l-l-o- -W-o-r-l-d-'"),
            ("record.s.find('o')", "4"),
            ("record.s.find('o', 5)", "7"),
            ("record.s.find('zz')", "-1"),
            ("record.s.rfind('o')", "7"),
        ] as [(String, String)]
    )
    func searching(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "joins and encodes",
        arguments: [
            ("','.join(record.ls)", "'b,a,C'"),
            ("','.join([1])", "\"{{ ','.join([1]) }}\""),
            ("','.join('abc')", "'a,b,c'"),
            ("','.join(record.missing)", "''"),
            ("','.join(none)", "\"{{ ','.join(none) }}\""),
            ("'abc'.encode()", "b'abc'"),
            ("'abc'.encode('ascii').decode()", "'abc'"),
            ("'é'.encode('latin-1')", "b'\\xe9'"),
            ("'a'.join(['x', 'y']) ~ 'z'", "'xayz'"),
        ] as [(String, String)]
    )
    func joining(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }
}
