import Testing

@testable import Jinja

/// Tests, with the results of the reference.
@Suite("Tests")
struct TestTableTests {
    @Test(
        "tests",
        arguments: [
            ("('a' if record.fl) is defined", "False"),
            ("record.l is defined", "True"),
            ("record.missing is defined", "False"),
            ("record.missing is undefined", "True"),
            ("record.nul is none", "True"),
            ("record.missing is none", "False"),
            ("record.n is number", "True"),
            ("record.t is number", "True"),
            ("record.t is boolean", "True"),
            ("record.n is integer", "True"),
            ("record.t is integer", "False"),
            ("record.f is float", "True"),
            ("record.s is string", "True"),
            ("record.d is mapping", "True"),
            ("record.l is mapping", "False"),
            ("stream_slice is mapping", "True"),
            ("record.l is sequence", "True"),
            ("record.s is sequence", "True"),
            ("record.d is sequence", "True"),
            ("record.n is sequence", "False"),
            ("record.l is iterable", "True"),
            ("record.n is iterable", "False"),
            ("record.fl is false", "True"),
            ("record.z is false", "False"),
            ("record.t is true", "True"),
            ("record.n is true", "False"),
            ("record.n is odd", "True"),
            ("record.n is even", "False"),
            ("record.n is divisibleby 5", "True"),
            ("record.n is divisibleby(5)", "True"),
            ("record.s is odd", "'{{ record.s is odd }}'"),
            ("record.n is eq 5", "True"),
            ("record.n is not eq 5", "False"),
            ("record.n is gt 3", "True"),
            ("record.n is in [5]", "True"),
            ("record.n is sameas 5", "True"),
            ("record.n is sameas 5.0", "False"),
            ("record.nul is sameas none", "True"),
            ("record.s is lower", "False"),
            ("record.s is upper", "False"),
            ("'upper' is filter", "True"),
            ("'nope' is filter", "False"),
            ("'odd' is test", "True"),
            ("max is callable", "True"),
            ("record.n is callable", "False"),
            ("record.n is nosuch", "!TemplateAssertionError"),
            ("'a' if true else (record.n is nosuch)", "'a'"),
            ("record.n is defined and record.n > 3", "True"),
            ("record.n is defined == true", "True"),
            ("not record.missing is defined", "True"),
            ("record.n is not none", "True"),
            ("config['lookback'] is none", "True"),
            ("response.next is none", "True"),
            ("undefined_thing is defined", "!ValueError"),
            ("is defined", "!TemplateSyntaxError"),
            ("record.l | random is number", "True"),
            ("1 is sameas true", "False"),
            ("'a' is sameas 'a'", "True"),
        ] as [(String, String)]
    )
    func tests(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test("knows every test of Jinja2")
    func complete() { #expect(TestTable.tests.count == 39) }
}
