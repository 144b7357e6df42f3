import Testing

/// The operator % of text, with the results of the reference.
@Suite("Percent format")
struct PercentFormatTests {
    @Test(
        "formats",
        arguments: [
            ("'%s-%d' % ('a', 5)", "'a-5'"),
            ("'%s' % 'x'", "'x'"),
            (
                "'%05d|%-5s|%5.2f|%x|%X|%o|%e|%g|%%' % (42,'ab',3.14159,255,255,8,12345.678,0.00001)",
                "'00042|ab   | 3.14|ff|FF|10|1.234568e+04|1e-05|%'"
            ),
            ("'%s %s' % (1,)", "\"{{ '%s %s' % (1,) }}\""),
            ("'%s' % (1,2)", "\"{{ '%s' % (1,2) }}\""),
            ("'%(a)s' % {'a': 1}", "1"),
            ("'%(b)s' % {'a': 1}", "!KeyError"),
            ("'%d' % 'a'", "\"{{ '%d' % 'a' }}\""),
            ("'%s' % record.missing", "''"),
            ("'%s' % none", "None"),
            ("'%r' % 'a'", "'a'"),
            ("'%i' % 3.7", "3"),
            ("'%+d % d' % (5, 5)", "'+5  5'"),
            ("'%z' % 5", "!ValueError"),
            ("('%2000000d' % 1) | length", "2000000"),
            ("('%.2000000f' % 1) | length", "2000002"), ("('%.2000000g' % 1) | length", "1"),
            ("('%.2000000s' % 'a') | length", "1"), ("('%.500e' % 0.1) | length", "506"),
            ("'%.3d|%+.3i|%.3o' % (-1, 1.5, 8)", "'-001|+001|010'"), ("'%05.3d|' % 1", "'00001|'"),
            ("'|%#08x|%#.6x|%#.3x' % (255, 255, -255)", "'|0x0000ff|0x0000ff|-0x0ff'"),
            ("'|%#08X|%#o|%#08o|%-#8x|' % (255, 8, 8, 255)", "'|0X0000FF|0o10|0o000010|0xff    |'"),
            ("'|%+08.1f|% 08d' % (1.5, 3)", "'|+00001.5| 0000003'"),
            ("'%c' % 65", "'A'"),
            ("'abc' % 5", "\"{{ 'abc' % 5 }}\""),
            ("'abc' % {}", "'abc'"),
            ("'%' % 5", "!ValueError"),
            ("\"%s\" % record.l", "[3, 1, 2]"),
            ("\"%s %s\" % record.l", "'{{ \"%s %s\" % record.l }}'"),
        ] as [(String, String)]
    )
    func format(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }
}
