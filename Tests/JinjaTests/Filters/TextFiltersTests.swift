import Testing

/// Filters for text, with the results of the reference.
@Suite("Text filters")
struct TextFiltersTests {
    @Test(
        "upper",
        arguments: [
            ("record.s | upper", "'HELLO WORLD'"),
            ("record.s | upper | lower", "'hello world'"),
            ("|upper", "!TemplateSyntaxError"),
            ("record | | upper", "!TemplateSyntaxError"),
        ] as [(String, String)]
    )
    func upper(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "lower",
        arguments: [
            ("record.s | lower", "'hello world'"),
            ("record.nul | lower", "'none'"),
        ] as [(String, String)]
    )
    func lower(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "title",
        arguments: [
            ("record.s | title", "'Hello World'")
        ] as [(String, String)]
    )
    func title(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "capitalize",
        arguments: [
            ("record.s | capitalize", "'Hello world'")
        ] as [(String, String)]
    )
    func capitalize(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "replace",
        arguments: [
            ("record.s | replace('o', '0')", "'hell0 W0rld'"),
            ("record.s | replace('o', '0', 1)", "'hell0 World'"),
            ("record.n | replace('5', 'x')", "'x'"),
            ("record.date | replace('Z', '+00:00')", "'2024-01-15T08:30:00+00:00'"),
        ] as [(String, String)]
    )
    func replace(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "trim",
        arguments: [
            ("record.sp | trim", "'x y'"),
            ("record.sp | trim('x ')", "'y'"),
        ] as [(String, String)]
    )
    func trim(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "center",
        arguments: [
            ("record.s | center(20)", "'    hello World     '"),
            ("record.s | center(21)", "'     hello World     '"),
            ("'ab' | center(5)", "'  ab '"),
            ("'a' | center(4)", "' a  '"),
        ] as [(String, String)]
    )
    func center(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "wordcount",
        arguments: [
            ("record.s | wordcount", "2"),
            ("\"a b-c d_e\" | wordcount", "4"),
        ] as [(String, String)]
    )
    func wordcount(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "indent",
        arguments: [
            ("record.nl | indent", "'a\\n    b\\n    c'"),
            ("record.nl | indent(2, true)", "'  a\\n  b\\n  c'"),
            ("'a\\n\\nb' | indent(2, blank=true)", "'a\\n  \\n  b'"),
            ("'a\\n\\nb' | indent('>')", "'a\\n\\n>b'"),
            ("5 | indent", "'{{ 5 | indent }}'"),
        ] as [(String, String)]
    )
    func indent(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "truncate",
        arguments: [
            ("record.s | truncate(8)", "'hello World'"),
            ("record.s | truncate(3)", "Ellipsis"),
            ("'a long text with many words in it' | truncate(15)", "'a long text...'"),
            ("'a long text with many words in it' | truncate(15, true)", "'a long text ...'"),
            ("'a long text with many words in it' | truncate(15, true, '>', 0)", "'a long text wi>'"),
            ("'abcdef' | truncate(2)", "!AssertionError"),
        ] as [(String, String)]
    )
    func truncate(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "format",
        arguments: [
            ("'%s-%s' | format('a', 1)", "'a-1'"),
            ("'%(a)s' | format(a=1)", "1"),
            ("'%s' | format", "\"{{ '%s' | format }}\""),
        ] as [(String, String)]
    )
    func format(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }
}
