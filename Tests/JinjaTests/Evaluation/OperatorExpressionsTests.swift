import Testing

/// Operators, with the results of the reference.
@Suite("Operators")
struct OperatorExpressionsTests {
    @Test(
        "computes",
        arguments: [
            ("record.n + 1", "6"),
            ("record.f * 2", "3.0"),
            ("record.n / 2", "2.5"),
            ("record.n // 2", "2"),
            ("-7 // 2", "-4"),
            ("-7 % 3", "2"),
            ("7 % -3", "-2"),
            ("7.5 // -2", "-4.0"),
            ("7.5 % -2", "-0.5"),
            ("2 ** 10", "1024"),
            ("2 ** -1", "0.5"),
            ("2 ** 3 ** 2", "64"),
            ("-2 ** 2", "4"),
            ("1 + 2 * 3", "7"),
            ("(1 + 2) * 3", "9"),
            ("1 - 2 - 3", "-4"),
            ("10 / 4", "2.5"),
            ("1 / 0", "!ZeroDivisionError"),
            ("1 // 0", "!ZeroDivisionError"),
            ("1.0 / 0", "!ZeroDivisionError"),
            ("1 % 0", "!ZeroDivisionError"),
            ("9223372036854775807 * 2", "18446744073709551614"),
            ("1e16", "1e+16"),
            ("1e15", "1000000000000000.0"),
            ("1.5e-5", "1.5e-05"),
            ("0.0001", "0.0001"),
            ("1e400", "'inf'"),
            ("-1e400", "'-inf'"),
            ("1e400 - 1e400", "'nan'"),
            ("100000000000000000000.0", "1e+20"),
            ("1_000", "1000"),
            ("1.5e3", "1500.0"),
            ("007", "!TemplateSyntaxError"),
            ("00", "0"),
            ("()", "()"),
            ("--1", "1"),
            ("- -5", "5"),
            ("record.n +", "!TemplateSyntaxError"),
            ("record.n + * 2", "!TemplateSyntaxError"),
            ("(1", "!TemplateSyntaxError"),
            ("1 2", "!TemplateSyntaxError"),
            ("1.0", "1.0"),
            ("1.50", "1.5"),
            ("100.0", "100.0"),
            ("1e5", "100000.0"),
            ("12345678901234567890.0", "1.2345678901234567e+19"),
            ("0.1 + 0.2", "0.30000000000000004"),
            ("1e-7", "1e-07"),
            ("-0.0", "-0.0"),
            ("1/3", "0.3333333333333333"),
            ("10 // 3.0", "3.0"),
            ("2 ** 0.5", "1.4142135623730951"),
            ("0 ** -1", "!ZeroDivisionError"),
            ("2 ** 1000 % 7", "2"),
            ("7 // 0.0", "!ZeroDivisionError"),
            ("5 % 0.0", "!ZeroDivisionError"),
        ] as [(String, String)]
    )
    func arithmetic(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "adds and repeats what is not a number",
        arguments: [
            ("true + 1", "2"),
            ("true + true", "2"),
            ("none + 1", "'{{ none + 1 }}'"),
            ("'a' + 1", "\"{{ 'a' + 1 }}\""),
            ("1 + 'a'", "\"{{ 1 + 'a' }}\""),
            ("'a' + 'b'", "'ab'"),
            ("record.s + none", "'{{ record.s + none }}'"),
            ("record.missing + 1", "!UndefinedError"),
            ("1 + record.missing", "!UndefinedError"),
            ("'a' + record.missing", "!UndefinedError"),
            ("[1] + [2]", "[1, 2]"),
            ("[1] + (2,)", "'{{ [1] + (2,) }}'"),
            ("(1,) + (2,)", "(1, 2)"),
            ("'ab' * 3", "'ababab'"),
            ("'ab' * -1", "''"),
            ("[1,2] * 2", "[1, 2, 1, 2]"),
            ("'a' * 1.5", "\"{{ 'a' * 1.5 }}\""),
            ("'a' * 'b'", "\"{{ 'a' * 'b' }}\""),
            ("{} + {}", "'{{ {} + {} }}'"),
        ] as [(String, String)]
    )
    func types(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "compares",
        arguments: [
            ("1 == 1.0", "True"),
            ("1 == true", "True"),
            ("'1' == 1", "False"),
            ("record.nul == none", "True"),
            ("record.missing == none", "False"),
            ("record.missing == record.missing2", "True"),
            ("record.l == [3,1,2]", "True"),
            ("record.d == {'a':1,'b':{'c':[1,2,{'x':'y'}]}}", "True"),
            ("record.d == {'b':{'c':[1,2,{'x':'y'}]},'a':1}", "True"),
            ("(1,2) == [1,2]", "False"),
            ("1 != 2", "True"),
            ("1 < 2 < 3", "True"),
            ("1 < 3 < 2", "False"),
            ("3 > 2 > 1", "True"),
            ("1 < 'a'", "\"{{ 1 < 'a' }}\""),
            ("'a' < 'b'", "True"),
            ("'B' < 'a'", "True"),
            ("[1,2] < [1,3]", "True"),
            ("[1] < [1,2]", "True"),
            ("(1,2) < (2,)", "True"),
            ("[1] < (1,)", "'{{ [1] < (1,) }}'"),
            ("none < 1", "'{{ none < 1 }}'"),
            ("record.nul > 0", "'{{ record.nul > 0 }}'"),
            ("record.missing > 0", "!UndefinedError"),
            ("0 < record.missing", "!UndefinedError"),
            ("record.n == 5.0", "True"),
            ("stream_slice == {'parent_id': '42', 'start_time': '2024-01-01', 'end_time': '2024-02-01'}", "False"),
            ("last_page_size == 0", "!ValueError"),
            ("last_page_size < page_size", "!ValueError"),
            ("record.n > 3 and record.s == 'hello World'", "True"),
            ("'a' < none", "\"{{ 'a' < none }}\""),
            ("1 < true", "False"),
            ("none == false", "False"),
            ("0 == false", "True"),
            ("'' == false", "False"),
            ("[] == false", "False"),
            ("{} == []", "False"),
        ] as [(String, String)]
    )
    func comparisons(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "looks for members",
        arguments: [
            ("'id' in record", "True"),
            ("'zz' in record", "False"),
            ("'zz' not in record", "True"),
            ("1 in record.l", "True"),
            ("'ell' in record.s", "True"),
            ("1 in record.s", "'{{ 1 in record.s }}'"),
            ("'x' in record.missing", "False"),
            ("'x' in record.nul", "\"{{ 'x' in record.nul }}\""),
            ("1 in 5", "'{{ 1 in 5 }}'"),
            ("'parent_id' in stream_slice", "True"),
            ("'link' in headers", "True"),
            ("\"a\" in \"abc\" and not \"z\" in \"abc\"", "True"),
            ("[x for x in y]", "!TemplateSyntaxError"),
            ("'a' in ['a']", "True"),
            ("'a' in ('a',)", "True"),
            ("'a' in {'a': 1}", "True"),
            ("[1] in [[1]]", "True"),
            ("{'a': 1} in [{'a': 1}]", "True"),
        ] as [(String, String)]
    )
    func membership(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "combines and chooses",
        arguments: [
            ("not record.t", "False"),
            ("not record.missing", "True"),
            ("not record.el", "True"),
            ("'a' if record.t else 'b'", "'a'"),
            ("'a' if record.fl else 'b'", "'b'"),
            ("'a' if record.fl", "''"),
            ("'a' if record.t else 'b' if record.fl else 'c'", "'a'"),
            ("1 if 0 else 2 if 0 else 3", "3"),
            ("not not 1", "True"),
            ("'a' if true else (record.n | nosuch)", "'a'"),
            ("(record.n | nosuch) if false else 'b'", "'b'"),
            ("not stream_slice", "False"),
            ("response.data[-1]['id'] if response.data else none", "2"),
            ("true and 'x'", "'x'"),
            ("false or none", "None"),
        ] as [(String, String)]
    )
    func logic(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }
}
