import Testing

/// Statements and white space, with the results of the reference.
@Suite("Statements")
struct StatementTests {
    @Test(
        "if",
        arguments: [
            ("{% if record.n > 3 %}a{% else %}b{% endif %}", "'a'"),
            ("{% if record.n > 30 %}a{% elif record.t %}c{% else %}b{% endif %}", "'c'"),
            (
                "{% for x in record.l %}{{ loop.index }}:{{ x }}{% if not loop.last %},{% endif %}{% endfor %}",
                "'1:3,2:1,3:2'"
            ),
            ("{% if record.t %}{% set x = 1 %}{% endif %}{{ x }}", "!ValueError"),
            ("{% if record.t %}{% set x = 1 %}{% else %}{% set x = 2 %}{% endif %}{{ x }}", "!ValueError"),
            ("{% set x = 0 %}{% if record.t %}{% set x = 1 %}{% endif %}{{ x }}", "1"),
            ("{% macro f(n) %}{% if n > 0 %}{{ n }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(5) }}", "54321"),
            ("{% if true +%} x{% endif %}", "' x'"),
            ("{% if %}", "!TemplateSyntaxError"),
            ("{% if true %}", "!TemplateSyntaxError"),
            ("{% if true %}{{ 5", "!TemplateSyntaxError"),
            ("{% if record.n > 3: %}x{% endif %}", "'x'"),
            ("{% if record.missing %}a{% endif %}", "''"),
            ("{% if record.missing.x %}a{% endif %}", "!UndefinedError"),
        ] as [(String, String)]
    )
    func branches(template: String, answer: String) {
        #expect(Sample.answer(template) == answer)
    }

    @Test(
        "for",
        arguments: [
            ("{% for x in record.l %}{{ x }},{% endfor %}", "(3, 1, 2)"),
            (
                "{% for x in record.l %}{{ loop.index }}:{{ x }}{% if not loop.last %},{% endif %}{% endfor %}",
                "'1:3,2:1,3:2'"
            ),
            ("{% for k, v in record.d.items() %}{{ k }}={{ v }};{% endfor %}", "\"a=1;b={'c': [1, 2, {'x': 'y'}]};\""),
            ("{% for x in record.l if x > 1 %}{{ x }}{% endfor %}", "32"),
            ("{% for x in record.el %}{{ x }}{% else %}none{% endfor %}", "'none'"),
            ("{% for x in record.missing %}{{ x }}{% else %}none{% endfor %}", "'none'"),
            ("{% for x in record.nul %}{{ x }}{% endfor %}", "'{% for x in record.nul %}{{ x }}{% endfor %}'"),
            ("{% for x in record.n %}{{ x }}{% endfor %}", "'{% for x in record.n %}{{ x }}{% endfor %}'"),
            ("{% set x = 1 %}{% for i in record.l %}{% set x = i %}{% endfor %}{{ x }}", "1"),
            (
                "{% set ns = namespace(t=0) %}{% for i in record.l %}{% set ns.t = ns.t + i %}{% endfor %}{{ ns.t }}",
                "6"
            ),
            ("{% set l = [] %}{% for i in record.l %}{% set _ = l.append(i * 2) %}{% endfor %}{{ l }}", "[6, 2, 4]"),
            ("{% set l = [] %}{% for i in record.l %}{{ l.append(i * 2) or '' }}{% endfor %}{{ l }}", "[6, 2, 4]"),
            ("{% for x in [1,1,2] %}{{ loop.changed(x) }} {% endfor %}", "'True False True '"),
            ("{% for a, b in [(1,2),(3,4)] %}{{ a }}{{ b }}{% endfor %}", "1234"),
            ("{% for a, b in [1] %}{% endfor %}", "'{% for a, b in [1] %}{% endfor %}'"),
            ("{% for a, b in [(1,2,3)] %}{% endfor %}", "!ValueError"),
            ("{% for x in %}{% endfor %}", "!TemplateSyntaxError"),
            ("{% for x in record.l | sort %}{{ x }}{% endfor %}", "123"),
            ("{% for x in record.s %}{{ x }}|{% endfor %}", "'h|e|l|l|o| |W|o|r|l|d|'"),
            ("{% for k in record.d %}{{ k }}{% endfor %}", "'ab'"),
            ("{% for x in record.l %}{{ loop }}{% endfor %}", "'<LoopContext 1/3><LoopContext 2/3><LoopContext 3/3>'"),
            ("{% for i in [1,2] %}\n{{ i }}\n{% endfor %}", "'\\n1\\n\\n2\\n'"),
            ("{% for i in [1,2] -%}\n{{ i }}\n{%- endfor %}", "12"),
        ] as [(String, String)]
    )
    func loops(template: String, answer: String) {
        #expect(Sample.answer(template) == answer)
    }

    @Test(
        "set and with",
        arguments: [
            ("{% set x = 5 %}{{ x }}", "5"),
            ("{% set x = 5 %}{% set y = x + 1 %}{{ y }}", "6"),
            ("{% set x, y = 1, 2 %}{{ x + y }}", "3"),
            ("{% set x %}abc{{ record.n }}{% endset %}{{ x }}", "'abc5'"),
            ("{% set x | upper %}abc{% endset %}{{ x }}", "'ABC'"),
            (
                "{% set ns = namespace(t=0) %}{% for i in record.l %}{% set ns.t = ns.t + i %}{% endfor %}{{ ns.t }}",
                "6"
            ),
            ("{{ x }}{% set x = 1 %}", "!ValueError"),
            ("{% set x = x %}{{ x }}", "!ValueError"),
            ("{% with a = 1, b = record.n %}{{ a + b }}{% endwith %}", "6"),
            ("{% with %}{% set q = 1 %}{{ q }}{% endwith %}{{ record.n }}", "15"),
            ("{% with a = 1 %}{{ a }}{% endwith %}{{ a }}", "!ValueError"),
            ("{% set c = cycler('a','b') %}{{ c.next() }}{{ c.next() }}{{ c.next() }}{{ c.current }}", "'abab'"),
            ("{% set j = joiner(',') %}{{ j() }}a{{ j() }}b", "'a,b'"),
            ("{% set x %}", "!TemplateSyntaxError"),
            ("{% set x = namespace(a=1) %}{% set x.b = 2 %}{{ x.b }}{{ x }}", "\"2<Namespace {'a': 1, 'b': 2}>\""),
            ("{% set record.x = 1 %}", "!TemplateRuntimeError"),
            ("{% set _ = record.update({'new': 1}) %}{{ record.new }}{{ 'new' in record }}", "'1True'"),
            ("{% set _ = record.d.b.c.append(9) %}{{ record.d.b.c }}", "[1, 2, {'x': 'y'}, 9]"),
            ("{% set _ = record.l.append(9) %}{{ record.l | length }}", "4"),
            ("{% set x = record.pop('id') %}{{ x }}{{ record.id }}", "5137"),
            ("{% set x = 1 if record.t else 2 %}{{ x }}", "1"),
            ("{% set m = max %}{{ m(1, 5) }}", "5"),
            ("{% set max = 5 %}{{ max }}", "5"),
            ("{{ max }}{% set max = 5 %}", "'<function max>'"),
        ] as [(String, String)]
    )
    func assignments(template: String, answer: String) {
        #expect(Sample.answer(template) == answer)
    }

    @Test(
        "macro and call",
        arguments: [
            (
                "{% macro m(a, b=2) %}{{ a }}-{{ b }}{% endmacro %}{{ m(1) }} {{ m(1, 3) }} {{ m(b=5, a=6) }}",
                "'1-2 1-3 6-5'"
            ),
            ("{% macro m(a) %}{{ a }}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(1, 2, x=3) }}", "\"1(2,){'x': 3}\""),
            (
                "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 2) }}",
                "'{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 2) }}'"
            ),
            (
                "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, x=2) }}",
                "'{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, x=2) }}'"
            ),
            ("{% macro m(a) %}{{ a }}{% endmacro %}[{{ m() }}]", "[]"),
            ("{% macro w() %}{{ caller(1) }}{% endmacro %}{% call(y) w() %}{{ y }}{% endcall %}", "1"),
        ] as [(String, String)]
    )
    func macros(template: String, answer: String) {
        #expect(Sample.answer(template) == answer)
    }

    @Test(
        "filter, raw, comments and loading",
        arguments: [
            ("{% filter upper %}abc{{ record.s }}{% endfilter %}", "'ABCHELLO WORLD'"),
            ("{% filter replace('a', 'b') | upper %}abca{% endfilter %}", "'BBCB'"),
            ("{% raw %}{{ x }}{% endraw %}", "'{{ x }}'"),
            ("{%- raw -%}  {{ x }}  {%- endraw -%} y", "'{{ x }}y'"),
            ("a {# comment #} b", "'a  b'"),
            ("a {#- comment -#} b", "'ab'"),
            ("{% block b %}x{% endblock %}", "'x'"),
            ("{% include 'x' %}", "\"{% include 'x' %}\""),
            ("{% import 'x' as y %}", "\"{% import 'x' as y %}\""),
            ("{% extends 'x' %}", "\"{% extends 'x' %}\""),
            ("{#", "''"),
            ("{{ record['n'] }}{# c #}", "5"),
            ("{% print record.n, 2 %}", "52"),
        ] as [(String, String)]
    )
    func blocks(template: String, answer: String) {
        #expect(Sample.answer(template) == answer)
    }

    @Test(
        "white space",
        arguments: [
            ("  {{- record.n -}}  ", "5"),
            ("  {%- if true -%}  a  {%- endif -%}  ", "'a'"),
            ("a\n{{ record.n }}\n", "'a\\n5'"),
            ("a\n{{ record.n }}\n\n", "'a\\n5\\n'"),
            ("{{+ 5 }}", "5"),
            ("{{- 5 }}", "5"),
            ("{{-5}}", "5"),
            ("{{ record.n }}  ", "5"),
            ("  {{ record.n }}", "5"),
            ("\t{{ record.n }}", "5"),
            ("\n{{ record.n }}", "5"),
            ("\n  {{ record.n }}", "'\\n  5'"),
            ("{{ record.n }}\n", "5"),
            ("a\r\nb{{ record.n }}\r\n", "'a\\nb5'"),
            ("a\rb", "'a\\nb'"),
            ("{{ 'a\r\nb' }}", "'a\\nb'"),
        ] as [(String, String)]
    )
    func space(template: String, answer: String) {
        #expect(Sample.answer(template) == answer)
    }

    @Test(
        "broken templates",
        arguments: [
            ("{{ -5 }}", "-5"),
            ("{{ '}}' }}", "'}}'"),
            ("{{ '{{' }}", "'{{'"),
            ("{{ 1 }}{{ 2 }}", "12"),
            ("{{ 1 }},{{ 2 }}", "(1, 2)"),
            ("{% do x %}", "!TemplateSyntaxError"),
            ("{% break %}", "!TemplateSyntaxError"),
            ("{% nope %}", "!TemplateSyntaxError"),
            ("{% endif %}", "!TemplateSyntaxError"),
            ("{{", "!TemplateSyntaxError"),
            ("{{ }}", "!TemplateSyntaxError"),
            ("{%", "!TemplateSyntaxError"),
            ("}}", "'}}'"),
            ("%}", "'%}'"),
            ("{{ record.n", "!TemplateSyntaxError"),
            ("{ { x } }", "'{ { x } }'"),
            ("{'a': 1}", "{'a': 1}"),
            ("{{ 5 }", "!TemplateSyntaxError"),
            ("{{{ 'a': 1 }}}", "{'a': 1}"),
            ("{{ loop }}", "!ValueError"),
            ("plain text", "'plain text'"),
            ("123", "123"),
            ("1.10", "1.1"),
            ("'x'", "'x'"),
            ("[1,2]", "[1, 2]"),
            ("stream_state", "!AirbyteTracedException"),
            ("{{ record.n }},", "(5,)"),
            ("{{ record.n }}\\", "'5\\\\'"),
        ] as [(String, String)]
    )
    func broken(template: String, answer: String) {
        #expect(Sample.answer(template) == answer)
    }
}
