import Dates
import TestSupport
import Testing

@testable import Jinja

/// Templates at the limits of their nesting: one below, at, one above, and far above.
@Suite("Nesting")
struct NestingTests {
    /// A template that nests something so many times.
    struct Shape: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// The greatest number that is accepted; nil when it does not nest and any number is.
        let most: Int?
        let template: @Sendable (Int) -> String

        init(_ name: String, _ most: Int?, _ template: @escaping @Sendable (Int) -> String) {
            testDescription = name
            self.most = most
            self.template = template
        }

        static func wrapped(_ name: String, _ most: Int, _ before: String, _ middle: String, _ after: String) -> Shape {
            Shape(name, most) { count in
                "{{ " + String(repeating: before, count: count) + middle + String(repeating: after, count: count)
                    + " }}"
            }
        }

        static func chain(_ name: String, _ most: Int?, _ start: String, _ part: String) -> Shape {
            Shape(name, most) { "{{ \(start)" + String(repeating: part, count: $0) + " }}" }
        }

        static func block(_ name: String, _ begin: String, _ end: String) -> Shape {
            Shape(name, Parser.mostBlocks) { count in
                String(repeating: "{% \(begin) %}", count: count) + "x"
                    + String(repeating: "{% \(end) %}", count: count)
            }
        }
    }

    static let shapes: [Shape] = [
        .wrapped("parentheses", 124, "(", "1", ")"),
        .wrapped("lists", 124, "[", "1", "]"),
        .wrapped("dicts", 124, "{'a':", "1", "}"),
        .wrapped("calls", 124, "dict(a=", "1", ")"),
        .wrapped("keys", 124, "config[", "'a'", "]"),
        .wrapped("not", 499, "not ", "1", ""),
        .wrapped("minus", 499, "-", "1", ""),
        .wrapped("conditional expressions", 496, "0 if 0 else ", "1", ""),
        .wrapped("conditions", 499, "", "1", " if 1"),
        .chain("sum", 499, "1", "+1"),
        .chain("product", 499, "1", "*1"),
        .chain("power", 499, "1", "**1"),
        .chain("or", 499, "0", " or 0"),
        .chain("and", 499, "1", " and 1"),
        .chain("attributes", 499, "config", ".a"),
        .chain("items", 499, "config", "['a']"),
        .chain("filters", 499, "'x'", "|string"),
        .chain("text joined", nil, "1", "~1"),
        .chain("comparisons", nil, "1", " <= 1"),
        .block("if", "if 1", "endif"),
        .block("for", "for a in [1]", "endfor"),
        .block("with", "with a = 1", "endwith"),
        .block("set", "set a", "endset"),
        .block("macro", "macro f()", "endmacro"),
        .block("filter", "filter upper", "endfilter"),
        .block("call", "call dict()", "endcall"),
        Shape("assignments", nil) { String(repeating: "{% set a = 1 %}", count: $0) + "x" },
        Shape("elif", nil) { "{% if 0 %}" + String(repeating: "{% elif 0 %}", count: $0) + "x{% endif %}" },
    ]

    @Test("accepts what is below the limit and refuses what is above", arguments: shapes)
    func limit(_ shape: Shape) throws {
        let most = shape.most ?? 2000
        for count in [most - 1, most] { try evaluate(shape.template(count)) }
        for count in [most + 1, 20_000] where shape.most != nil {
            let error = #expect(throws: TemplateError.self) { try Template(shape.template(count)) }
            #expect(error?.kind == .syntax)
            #expect(error?.range != nil)
            #expect(error?.message.contains("more than") == true || error?.message.contains("too deeply") == true)
        }
    }

    /// Compiles and evaluates; what the template comes to does not matter.
    private func evaluate(_ text: String) throws {
        let template = try Template(text)
        _ = try? template.evaluate(in: Sample.scope())
    }

    @Test(
        "stops recursion before the stack ends",
        arguments: [
            "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
            "{% macro f(n) %}{% if 1 %}{% for i in [1] %}{{ [f(n + 1)] | first }}{% endfor %}{% endif %}{% endmacro %}{{ f(1) }}",
            "{% for i in [1] recursive %}{{ loop([1]) }}{% endfor %}",
            "{% macro f() %}{{ 1" + String(repeating: " + 1", count: 400) + " + f() | int }}{% endmacro %}{{ f() }}",
        ]
    )
    func recursion(_ text: String) throws {
        let template = try Template(text)
        let error = #expect(throws: TemplateError.self) { try template.evaluate(in: Sample.scope()) }
        #expect(error?.message == "maximum recursion depth exceeded")
    }

    @Test("lets low macros call 190 deep")
    func macroDepth() throws {
        let text = "{% macro f(n) %}{% if n > 0 %}{{ f(n - 1) }}{% else %}end{% endif %}{% endmacro %}{{ f(190) }}"
        #expect(try Template(text).render(in: Sample.scope()) == "end")
    }

    @Test(
        "stops values that are nested in loops",
        arguments: [
            "{% set ns = namespace(x=[]) %}{% for i in [0] * 20000 %}{% set ns.x = [ns.x] %}{% endfor %}{{ ns.x }}",
            "{% set ns = namespace(x=1) %}{% for i in [0] * 20000 %}{% set ns.x = (ns.x, 1) %}{% endfor %}{{ ns.x }}",
            "{% set ns = namespace(x={}) %}{% for i in [0] * 20000 %}{% set ns.x = {'a': ns.x} %}{% endfor %}{{ ns.x }}",
            "{% set ns = namespace(x=[1]) %}{% for i in [0] * 20000 %}{% set ns.x = ns.x | batch(1) | list %}{% endfor %}1",
            "{% set ns = namespace(x=[]) %}{% for i in [0] * 20000 %}{% set n = [] %}{{ n.append(ns.x) }}"
                + "{% set ns.x = n %}{% endfor %}1",
        ]
    )
    func values(_ text: String) throws {
        let template = try Template(text)
        let error = #expect(throws: TemplateError.self) { try template.evaluate(in: Sample.scope()) }
        #expect(error?.message.contains("nested more than 1024 levels") == true)
    }

    @Test("takes values that hold themselves", arguments: try RecordedTable.rows("cycles"))
    func cycles(_ row: RecordedRow) throws {
        #expect(try Template(row.input).render(in: Sample.scope()) == row.expected)
    }

    @Test(
        "refuses rows without number",
        arguments: ["[1] | batch(9223372036854775807, 0) | list", "[1] | slice(9223372036854775807) | list"]
    )
    func rows(_ text: String) { #expect(Sample.outcome("{{ \(text) }}") == "!OverflowError") }

    @Test("does not try all ways through a date of many fields")
    func dates() {
        let format = String(repeating: "%d%m", count: 200)
        let date = String(repeating: "1", count: 600) + "x"
        #expect(throws: DateError.self) { try DateFormat(format).parse(date) }
        #expect(throws: DateError.self) { try DateFormat(String(repeating: format, count: 100)).parse(date) }
    }

    @Test("prints values as deep as JSON may be")
    func deepJSON() throws {
        let text = String(repeating: "[", count: 1000) + String(repeating: "]", count: 1000)
        let scope = Sample.scope()
        scope[Symbol("record")] = Sample.value(#"{"v": \#(text)}"#)
        #expect(try Template("{{ record.v }}").render(in: scope) == text)
        #expect(try Template("{{ record.v | tojson }}").render(in: scope) == text)
        #expect(try Template("{{ record.v == record.v }}").render(in: scope) == "True")
    }
}
