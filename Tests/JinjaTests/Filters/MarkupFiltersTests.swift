import Testing

/// Filters for HTML, with the results of the reference.
@Suite("Markup filters")
struct MarkupFiltersTests {
    @Test(
        "escape",
        arguments: [
            ("'<a href=\"x\">&\\'' | escape", "'&lt;a href=&#34;x&#34;&gt;&amp;&#39;'")
        ] as [(String, String)]
    )
    func escape(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "e",
        arguments: [
            ("'<a>' | e | upper", "'&LT;A&GT;'")
        ] as [(String, String)]
    )
    func e(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "safe",
        arguments: [
            ("'<a>' | safe", "'<a>'")
        ] as [(String, String)]
    )
    func safe(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "striptags",
        arguments: [
            ("'<a>b</a>  <b>c</b>&amp;' | striptags", "'b c&'")
        ] as [(String, String)]
    )
    func striptags(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "xmlattr",
        arguments: [
            ("{'a': 'x<', 'b': none} | xmlattr", "' a=\"x&lt;\"'"),
            ("{'a b': 'x'} | xmlattr", "!ValueError"),
        ] as [(String, String)]
    )
    func xmlattr(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }
}
