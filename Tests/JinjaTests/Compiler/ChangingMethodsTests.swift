import Testing

@testable import Jinja

@Suite("Methods that change in place")
struct ChangingMethodsTests {
    @Test(
        "change what others see",
        arguments: [
            "{{ record.l.append(1) }}", "{{ record['l'].sort() }}", "{{ record.l['append'](1) }}",
            "{% set add = record.l.append %}{{ add(1) }}", "{{ (record.l | attr('pop'))() }}",
            "{% set l = record.l %}{{ l.append(1) }}", "{% for l in record.ls %}{{ l.append(1) }}{% endfor %}",
            "{% set l = [] %}{% set l = record.l %}{{ l.append(1) }}", "{% set l = [record.l] %}{{ l[0].append(1) }}",
            "{% macro m(l) %}{{ l.append(1) }}{% endmacro %}{{ m(record.l) }}",
            "{% with l = record.l %}{{ l.append(1) }}{% endwith %}", "{% set a, l = record.l %}{{ l.append(1) }}",
            "{% set d = {} %}{{ d.setdefault('k', record.l).append(1) }}",
        ]
    )
    func outside(_ template: String) throws { #expect(try Template(template).changes(anyOf: [.record])) }

    @Test(
        "change nothing outside where the template wrote the list or dict out",
        arguments: [
            "{% set l = [] %}{% for x in record.l %}{% set _ = l.append(x) %}{% endfor %}{{ l }}",
            "{% set d = {'a': record.a} %}{{ d.update({'b': record.b}) }}", "{{ record.l | sort }}",
            "{% if record.a %}{% set l = [1] %}{{ l.pop() }}{% endif %}", "{{ record.l | length }}",
        ]
    )
    func inside(_ template: String) throws { #expect(try !Template(template).changes(anyOf: [.record])) }
}
