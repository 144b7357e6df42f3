import Jinja
import TestSupport
import Testing

/// Faulty and unusual templates, with the results of the reference.
@Suite("Parser")
struct ParserTests {
    @Test("takes expressions apart", arguments: try RecordedTable.rows("expressions"))
    func expressions(_ row: RecordedRow) { #expect(Sample.outcome("{{ \(row.input) }}") == row.expected) }

    @Test(
        "a text that ends too early says what is missing",
        arguments: [
            ("{{ a and not }}", "write a value behind 'not', or remove 'not'"),
            ("{{ not }}", "write a value behind 'not', or remove 'not'"),
            ("{{ (a or) }}", "write a value behind 'or', or remove 'or'"),
            ("{{ [a +] }}", "write a value behind '+', or remove '+'"),
            ("{{ a == }}", "write a value behind '==', or remove '=='"),
            ("{{ a in }}", "write a value behind 'in', or remove 'in'"),
            ("{{ a if }}", "write a value behind 'if', or remove 'if'"),
            ("{% if %}x{% endif %}", "write a value behind 'if', or remove 'if'"),
            ("{% if not %}x{% endif %}", "write a value behind 'not', or remove 'not'"),
            ("{% set x = %}", "write a value behind '=', or remove '='"),
            ("{{ a | }}", "write the name of a filter behind '|', or remove it"),
            ("{{ }}", "write an expression between '{{' and '}}'"), ("{{ f(a, }}", nil), ("{{ a b }}", nil),
        ] as [(String, String?)]
    )
    func cutShort(template: String, hint: String?) {
        let error = #expect(throws: TemplateError.self) { try Template(template) }
        #expect(error?.kind == .syntax)
        #expect(error?.hint == hint)
    }

    @Test(
        "operators of other languages get a fitting remedy",
        arguments: [
            ("{{ 'x' if !a else 'y' }}", "write 'not' instead of '!'"), ("{{ a && b }}", "write 'and' instead of '&&'"),
            ("{{ a || b }}", "write 'or' instead of '||'"), ("{{ a ? 1 : 2 }}", "write 'a if test else b'"),
            ("{{ a if b = 1 else c }}", "write '==' to compare"), ("{{ ${a} }}", "write {{ name }}, without '$'"),
            ("{{ 'x' if a else }}", "write 'a if test else b', with a value for both cases"),
            ("{% set x = 'x' if a else %}", "write 'a if test else b', with a value for both cases"),
        ]
    )
    func foreignOperators(template: String, hint: String) {
        let error = #expect(throws: TemplateError.self) { try Template(template) }
        #expect(error?.kind == .syntax)
        #expect(error?.hint == hint)
        #expect(error?.range != nil)
    }
}
