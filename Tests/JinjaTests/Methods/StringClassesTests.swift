import Testing

/// Methods that tell the kind of a text, with the results of the reference.
@Suite("Classes of characters")
struct StringClassesTests {
    @Test(
        "classifies",
        arguments: [
            ("'5'.isdigit()", "True"),
            ("''.isdigit()", "False"),
            ("'abc'.isalpha()", "True"),
            ("'a1'.isalnum()", "True"),
            ("' '.isspace()", "True"),
            ("'Ab Cd'.istitle()", "True"),
            ("'AB'.isupper()", "True"),
            ("'ab'.islower()", "True"),
            ("'1.5'.isnumeric()", "False"),
        ] as [(String, String)]
    )
    func classes(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }
}
