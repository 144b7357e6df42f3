import JSON
import Jinja
import Testing

/// What a template tells about itself, and that it leaves values in their documents.
@Suite("Template")
struct TemplateTests {
    @Test(
        "names its free variables",
        arguments: [
            ("plain", []),
            ("{{ record.id }}", ["record"]),
            ("{{ now_utc() }}", []),
            ("{{ json_loads(response) }}", ["json_loads", "response"]),
            ("{% for x in l %}{{ x }}{{ y }}{% endfor %}", ["l", "y"]),
            ("{% set x = 1 %}{{ x }}", []),
            ("{{ x }}{% set x = 1 %}", ["x"]),
            ("{% set x = x %}{{ x }}", ["x"]),
            ("{% if a %}{% set x = 1 %}{% endif %}{{ x }}", ["a", "x"]),
            ("{% if a %}{% set x = 1 %}{% else %}{% set x = 2 %}{% endif %}{{ x }}", ["a", "x"]),
            ("{% set x = 0 %}{% if a %}{% set x = 1 %}{% endif %}{{ x }}", ["a"]),
            ("{% macro m(a, b=c) %}{{ a }}{{ b }}{{ d }}{% endmacro %}{{ m(1) }}", ["c", "d"]),
            ("{% with a = b %}{{ a }}{% endwith %}{{ a }}", ["a", "b"]),
            ("{% for i in l %}{{ loop.index }}{% endfor %}{{ loop }}", ["l", "loop"]),
            ("{{ x is defined and x }}", ["x"]),
        ] as [(String, Set<String>)]
    )
    func variables(source: String, names: Set<String>) throws {
        #expect(try Template(source).variables == names)
    }

    @Test(
        "names the paths it reads below a variable",
        arguments: [
            ("{{ record.metaData.id }}", [["metaData", "id"]]),
            ("{{ record['metaData']['id'] }}", [["metaData", "id"]]),
            ("{{ record.get('a', {}).get('b') }}", [["a", "b"]]),
            ("{{ record.a[0].b }}", [["a"]]),
            ("{{ record[config.key] }}", [[]]),
            ("{{ record.a | upper }}-{{ record.b.strip() }}", [["a"], ["b"]]),
            ("{{ record }}", [[]]),
            ("{% for x in record.items() %}{% endfor %}", [[]]),
            ("{% set record = 1 %}{{ record.a }}", []),
        ] as [(String, Set<[String]>)]
    )
    func paths(source: String, paths: Set<[String]>) throws {
        #expect(try Template(source).paths(under: "record") == paths)
    }

    @Test(
        "knows whether it is plain text",
        arguments: [("text", true), ("{{ 1 + 1 }}", false), ("{{ config.a }}", false), ("{# nothing #}", false)]
    )
    func plainTexts(source: String, isPlainText: Bool) throws {
        #expect(try Template(source).isPlainText == isPlainText)
    }

    @Test("leaves a string and an object of a record in their document")
    func laziness() throws {
        let scope = Sample.scope()
        for source in ["{{ record.s }}", "{{ record['d'] }}", "{{ record.ln }}"] {
            let value = try #require(try Template(source).evaluate(in: scope))
            guard case .view = try value.json() else {
                Issue.record("\(source) was taken out of its document")
                continue
            }
        }
    }

    @Test("renders without literal evaluation")
    func rendering() throws {
        let scope = Sample.scope()
        #expect(try Template("{{ record.n }}{{ record.missing }}!").render(in: scope) == "5!")
        #expect(try Template("{{ none + 1 }}").render(in: scope) == "{{ none + 1 }}")
    }

    @Test("changes values of the scope in place")
    func changes() throws {
        let scope = Sample.scope()
        #expect(Sample.outcome("{% set _ = record.update({'new': 1}) %}{{ record.new }}", in: scope) == "1")
        #expect(Sample.outcome("{{ record.new }}", in: scope) == "1")
        #expect(Sample.outcome("{% set _ = record.d.b.c.append(9) %}{{ record.d.b.c[3] }}", in: scope) == "9")
    }

    @Test("reads a record with changes")
    func editedRecord() throws {
        var record = try #require(Record(try JSONDocument(text: #"{"a": 1, "b": 2}"#).root))
        record.set(JSONKey("c"), .string("x"))
        record.set(JSONKey("a"), .integer(7))
        let scope = Sample.scope()
        scope[.record] = Value(record)
        #expect(Sample.outcome("{{ record }}", in: scope) == "{'a': 7, 'b': 2, 'c': 'x'}")
        #expect(Sample.outcome("{{ [record.a, record['c'], record.get('d', 0)] }}", in: scope) == "[7, 'x', 0]")
        #expect(Sample.outcome("{{ 'c' in record and 'd' not in record }}", in: scope) == "True")
    }
}
