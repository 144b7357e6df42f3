import Testing

@testable import YAML

@Suite("advice")
struct SyntaxHintTests {
    @Test(
        "sees templates that start a value without a quote",
        arguments: [
            ("url: {{ x }}", true), ("- {{ x }}", true), ("  {{ x }}", true), ("a: {% if x %}", true),
            ("a: [b, {{ x }}]", true), ("url: \"{{ x }}\"", false), ("url: '{{ x }}'", false),
            ("url: a {{ x }}", false), ("a: {b: c}", false), ("", false), ("a: {", false),
        ]
    )
    func templates(line: String, expected: Bool) {
        #expect(SyntaxHint.hasUnquotedTemplate(line) == expected)
    }
}
