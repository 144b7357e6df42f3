import Testing

/// The method format, with the results of the reference.
@Suite("Brace format")
struct BraceFormatTests {
    @Test(
        "formats",
        arguments: [
            ("'{} {}'.format(1, 'a')", "'1 a'"),
            ("'{0} {0} {1}'.format(1, 'a')", "'1 1 a'"),
            ("'{a} {b.x}'.format(a=1, b={'x': 2})", "'1 2'"),
            ("'{b[x]}'.format(b={'x': 2})", "2"),
            ("'{!r}'.format('a')", "'a'"),
            ("'{}'.format()", "!IndexError"),
            ("'{{}}'.format(1)", "{}"),
            ("'{-1}'.format(1)", "!KeyError"),
            ("'{+0}'.format(1)", "!KeyError"),
            ("'{:%Y-%m}'.format(now_utc())", "'2025-07'"),
            ("'{0.__class__}'.format('a')", "''"),
            ("'{a}'.format_map({'a': 1})", "1"),
            ("\"{}\".format(record.d)", "{'a': 1, 'b': {'c': [1, 2, {'x': 'y'}]}}"),
            ("\"{}\".format(record.missing)", "''"),
            ("\"{:d}\".format('a')", "!ValueError"),
            ("\"{:>10}\".format(record.l)", "'{{ \"{:>10}\".format(record.l) }}'"),
            ("\"{:,.2f}\".format(12345.678)", "(12, 345.68)"),
            ("\"{:+}\".format(5)", "5"),
            ("\"{:08.3f}\".format(3.14159)", "3.142"),
            ("\"{:#x}\".format(255)", "255"),
            ("\"{:.3}\".format('abcdef')", "'abc'"),
            ("\"{:b}\".format(5)", "101"),
            ("\"{:2000000}\".format('a') | length", "2000000"),
            ("\"{:.2000000f}\".format(1) | length", "2000002"),
            ("\"|{:#010x}|{:010}\".format(255, -5)", "'|0x000000ff|-000000005'"),
            ("\"{:.3}\".format(1.23456)", "1.23"),
            ("\"{:10}|\".format(5)", "'         5|'"),
            ("\"{:10}|\".format('a')", "'a         |'"),
            ("\"{:<10}|\".format(none)", "'{{ \"{:<10}|\".format(none) }}'"),
        ] as [(String, String)]
    )
    func format(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }
}
