import Testing

/// Macros for text and extremes, with the results of the reference.
@Suite("Text macros")
struct TextFunctionsTests {
    @Test(
        "quotes and renames",
        arguments: [
            ("sanitize_url('https://a b/é?x=1&y')", "'https%3A%2F%2Fa+b%2F%C3%A9%3Fx%3D1%26y'"),
            ("sanitize_url(5)", "'{{ sanitize_url(5) }}'"),
            ("camel_case_to_snake_case('CamelCaseHTTPServer')", "'camel_case_h_t_t_p_server'"),
            ("camel_case_to_snake_case('éÉa')", "'ééa'"),
            ("camel_case_to_snake_case(5)", "'{{ camel_case_to_snake_case(5) }}'"),
        ] as [(String, String)]
    )
    func text(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "max and min",
        arguments: [
            ("max(1, 2)", "2"),
            ("max([1, 5, 2])", "5"),
            ("max(1, 'a')", "\"{{ max(1, 'a') }}\""),
            ("max([])", "!ValueError"),
            ("max()", "'{{ max() }}'"),
            ("max('a')", "'a'"),
            ("min(3, 1.5)", "1.5"),
            ("min(record.missing)", "!ValueError"),
            ("max(record.l)", "3"),
            ("max(*record.l)", "3"),
            ("max(1, record.missing)", "!UndefinedError"),
            ("max(1, 2, key=3)", "'{{ max(1, 2, key=3) }}'"),
        ] as [(String, String)]
    )
    func extremes(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }
}
