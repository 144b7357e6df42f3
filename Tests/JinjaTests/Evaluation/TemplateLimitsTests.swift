import Testing

@testable import Jinja

/// Numbers and lengths beyond reason in a template: an error or a result, never the end of the process.
@Suite struct TemplateLimitsTests {
    @Test(
        "what would fill the memory is refused",
        arguments: [
            #"'x' * 10 ** 12"#,
            #"'x' * 9223372036854775807"#,
            #"'x' * 10 ** 30"#,
            #"10 ** 12 * 'ab'"#,
            #"[1] * 10 ** 12"#,
            #"(1, 2) * 10 ** 9"#,
            #"'x'.center(10 ** 12)"#,
            #"'x'.ljust(9223372036854775807)"#,
            #"'x'.zfill(10 ** 12)"#,
            #"'x' | center(10 ** 12)"#,
            #"'%99999999d' % 1"#,
            #"'%-99999999s' % 'a'"#,
            #"'%99999999999999999999d' % 1"#,
            #"'%*d' % (10 ** 12, 1)"#,
            #"'%*d' % (-10 ** 12, 1)"#,
            #"'%.99999999999d' % 1"#,
            #"'%.999999999f' % 1"#,
            #"'%.9999999999e' % 1"#,
            #"'%40000000d%40000000d' % (1, 1)"#,
            #"'{:>9999999999}'.format(1)"#,
            #"'{:é>40000000}'.format(1)"#,
            #"'{:99999999999999999999}'.format(1)"#,
            #"'{:.99999999999999999999f}'.format(1.5)"#,
            #"'{:.60000000%}'.format(1.5)"#,
            #"'{:40000000}{:40000000}'.format(1, 1)"#,
            #"'a\tb'.expandtabs(10 ** 12)"#,
            #"'a\nb' | indent(10 ** 12)"#,
            #"('a\n' * 1000000) | indent(10000)"#,
            #"[1] | batch(10 ** 12, 'x') | list"#,
            #"[1] | slice(10 ** 12) | list"#,
            #"('a' * 1000000).replace('a', 'b' * 1000000)"#,
            #"('a' * 1000000) | replace('', 'b' * 1000000)"#,
            #"([1] * 1000000) | join('b' * 1000000)"#,
            #"('b' * 1000000).join(['x'] * 1000000)"#,
            #"('x' * 40000000) + ('x' * 40000000)"#,
            #"('x' * 40000000) ~ ('x' * 40000000)"#,
            #"([1] * 4000000) + ([1] * 4000000)"#,
            #"'%s%s' | format('x' * 40000000, 'x' * 40000000)"#,
            #"10 ** 30000 * 10 ** 40000 * 10 ** 90000"#,
            #"10 ** (10 ** 10)"#,
        ]
    )
    func refused(_ expression: String) throws {
        let error = try #require(Sample.error("{{ \(expression) }}"))
        #expect(error.kind == .overflow, "\(error)")
    }

    @Test("a loop that doubles a text ends")
    func doubling() throws {
        let text = "{% set ns = namespace(a='x') %}{% for i in [1] * 64 %}{% set ns.a = ns.a ~ ns.a %}{% endfor %}"
        #expect(try #require(Sample.error(text)).message == "the text would have over 50 million bytes")
    }

    @Test(
        "a text that grows with every filter or method ends",
        arguments: [
            "'%s%s' | format('x' * 26000000, 'x' * 26000000)", "'{}{}'.format('x' * 26000000, 'x' * 26000000)",
            "([('x' * 1000000)] * 1000) | trim", "(([('x' * 1000000)] * 1000) | trim) ~ ''",
        ]
    )
    func growing(_ expression: String) throws {
        let error = try #require(Sample.error("a {{ \(expression) }}"))
        #expect(error.kind == .overflow, "\(error)")
    }

    @Test("a list of long strings is not printed")
    func printed() throws {
        let error = try #require(Sample.error("a {{ [['x' * 1000000] * 1000] }}"))
        #expect(error.message == "the text would have over 50 million bytes")
    }

    @Test("excessive repetition fails")
    func repeated() throws {
        let text = "{% set x = 'y' * 40000000 %}{% for a in [0] * 100 %}{% if x | safe %}{% endif %}{% endfor %}"
        #expect(try #require(Sample.error(text)).message == "the template takes too many steps")
        let scope = Scope(environment: TemplateEnvironment(now: { .epoch }, random: { 0 }))
        try SizeLimit.spend(SizeLimit.work, scope)
        #expect(throws: TemplateError.self) { try SizeLimit.spend(SizeLimit.repetition, scope) }
        // Every evaluation starts over.
        #expect(try Template("{% for a in [1, 2] %}{{ a }}{% endfor %}").render(in: scope) == "12")
    }

    @Test(
        "everything else gives a result or an error",
        arguments: [
            #"-9223372036854775807 - 2"#,
            #"9223372036854775807 + 1"#,
            #"-(-9223372036854775807 - 1)"#,
            #"(-9223372036854775807 - 1) | abs"#,
            #"(-9223372036854775807 - 1) // -1"#,
            #"(-9223372036854775807 - 1) % -1"#,
            #"9223372036854775807 * 9223372036854775807"#,
            #"record.l[9223372036854775807]"#,
            #"record.l[-9223372036854775807 - 1]"#,
            #"record.l[10 ** 30]"#,
            #"record.l[-9223372036854775807:9223372036854775807]"#,
            #"record.l[::-9223372036854775807 - 1]"#,
            #"'abc'[10 ** 30:]"#,
            #"1e300 | int"#,
            #"-1e300 | int"#,
            #"(1e308 * 10) | int"#,
            #"((1e308 * 10) - (1e308 * 10)) | int"#,
            #"1e300 | filesizeformat"#,
            #"-1e300 | filesizeformat"#,
            #"(-1e308 * 10) | filesizeformat"#,
            #"((1e308 * 10) - (1e308 * 10)) | filesizeformat"#,
            #"1e300 | round | int"#,
            #"1.5 | round(10 ** 18)"#,
            #"1.5 | round(-10 ** 18)"#,
            #"7 | round(-9223372036854775807 - 1)"#,
            #"7 | round(9223372036854775807, 'ceil')"#,
            #"1e300 // 1e-300"#,
            #"1e300 % 3"#,
            #"5 % 1e-300"#,
            #"'abcdef' | truncate(9223372036854775807)"#,
            #"'abcdef' | truncate(5, leeway=9223372036854775807)"#,
            #"'abcdef' | truncate(-9223372036854775807 - 1)"#,
            #"[1, 2, 3] | batch(-9223372036854775807 - 1) | list"#,
            #"[1] | slice(-5) | list"#,
            #"{'a': 1} | tojson(indent=10 ** 12)"#,
            #"{'a': [1]} | tojson(indent=-9223372036854775807)"#,
            #"'%d' % 1e300"#,
            #"'%d' % (1e308 * 10)"#,
            #"'%c' % 10 ** 30"#,
            #"'%c' % -1"#,
            #"'{0[99999999999999999999]}'.format([1])"#,
            #"'{99999999999999999999}'.format(1)"#,
            #"'{:c}'.format(10 ** 30)"#,
            #"'{:c}'.format(-5)"#,
            #"'{:e}'.format(10 ** 400)"#,
            #"'abc' | regex_replace('b', '\\g<-1>')"#,
            #"'abc' | regex_replace('(b)', '\\g<99999999999999999999>')"#,
            #"'abc' | regex_search('b{99999999999999999999}')"#,
            #"'abc' | regex_search('[\\777]')"#,
            #"now_utc() + duration('P99999999Y')"#,
            #"now_utc() - duration('P99999999Y')"#,
            #"now_utc() + duration('P99999999999999999999D')"#,
            #"now_utc() + duration('PT99999999999999999999999S')"#,
            #"duration('P99999999Y') * 10 ** 9"#,
            #"duration('P1D') * 10 ** 18"#,
            #"duration('P1D') * 1e300"#,
            #"duration('P1D') / 1e-300"#,
            #"duration('P1D') / 0"#,
            #"duration('P999999999D') + duration('P999999999D')"#,
            #"-duration('P999999999D')"#,
            #"duration('P1M') * -9223372036854775807"#,
            #"day_delta(10 ** 18)"#,
            #"day_delta(-10 ** 18)"#,
            #"day_delta(1e300)"#,
            #"day_delta(10 ** 400)"#,
            #"format_datetime(10 ** 18, '%Y')"#,
            #"format_datetime(-10 ** 18, '%Y')"#,
            #"format_datetime(10 ** 30, '%Y')"#,
            #"format_datetime('99999-01-01', '%Y')"#,
            #"format_datetime('0001-01-01T00:00:00+14:00', '%s')"#,
            #"format_datetime('9999-12-31T23:59:59-14:00', '%s')"#,
            #"format_datetime(10 ** 18, '%Y', '%ms')"#,
            #"format_datetime('9223372036854775807', '%Y', '%s')"#,
            #"format_datetime('99999999999999999999', '%Y', '%s')"#,
            #"format_datetime('1e400', '%Y', '%s_as_float')"#,
            #"format_datetime(9223372036854775807, '%Y', '%epoch_microseconds')"#,
            #"timestamp(10 ** 30)"#,
            #"timestamp('0001-01-01')"#,
            #"str_to_datetime('9999-12-31T24:00:00')"#,
            #"str_to_datetime('0001-01-01T00:00:00+23:59')"#,
            #"str_to_datetime('99999999999999999999')"#,
            #"now_utc().replace(year=10 ** 18)"#,
            #"now_utc().replace(microsecond=-9223372036854775807)"#,
            #"now_utc().strftime('%99999999999999999999Y')"#,
            #"now_utc().timestamp() * 1e300"#,
            #"now_utc().fromtimestamp(10 ** 18)"#,
            #"now_utc().fromordinal(9223372036854775807)"#,
            #"'5' * -9223372036854775807"#,
            #"'a,b'.split(',', -9223372036854775807)"#,
            #"'a,b'.split(',', 9223372036854775807)"#,
            #"'abc'.find('b', -9223372036854775807, 9223372036854775807)"#,
            #"'abc'.replace('b', 'c', 9223372036854775807)"#,
            #"'abc'.index('c', 9223372036854775807)"#,
            #"[1, 2].index(1, -9223372036854775807 - 1)"#,
            #"[1].pop(9223372036854775807)"#,
            #"[1].pop(-9223372036854775807 - 1)"#,
            #"[1].insert(9223372036854775807, 2)"#,
            #"[1].insert(-9223372036854775807 - 1, 2)"#,
            #"'99999999999999999999999' | int"#,
            #"'ff' | int(0, 9223372036854775807)"#,
            #"'ff' | int(0, -9223372036854775807)"#,
            #"'1e999999999999' | int"#,
            #"'1e999999999999' | float"#,
            #"(10 ** 400) | float"#,
            #"[10 ** 400, 1.5] | sum"#,
            #"[10 ** 30, 2] | max"#,
            #"(5).bit_length()"#,
            #"(10 ** 30).bit_length()"#,
            #"1e300.as_integer_ratio()"#,
            #"0.1.as_integer_ratio()"#,
            #"(1e308 * 10).as_integer_ratio()"#,
            #"1e300 | string"#,
            #"'abc' | wordcount"#,
            #"hash(10 ** 30)"#,
            #"99999999999999999999"#,
            #"-99999999999999999999"#,
            #"0x7fffffffffffffffff"#,
            #"1_000_000_000_000_000_000_000"#,
            #"1e99999"#,
            #"[1, 2][1.5]"#,
            #"record.l[true]"#,
            #"'x' * true"#,
            #"'x' * 1.5"#,
            #"2 ** -9223372036854775807"#,
            #"2 ** 9223372036854775807"#,
            #"(-2) ** 0.5"#,
            #"0 ** -1"#,
            #"1.0 ** 10 ** 30"#,
            #"2.0 ** 99999"#,
            #"10 ** 400 / 3"#,
            #"10 ** 400 // 1.5"#,
            #"10 ** 400 < 1e308"#,
            #"10 ** 400 == 1e308"#,
            #"1e308 * 10 > 10 ** 400"#,
            #"'%s' | format(10 ** 4400)"#,
            #"(10 ** 4400) ~ ''"#,
            #"('9' * 5000) | int"#,
            #"loop.index"#,
            #"'abc'[9223372036854775807]"#,
            #"'abc'.rjust(-9223372036854775807 - 1, 'x')"#,
            #"'abc'.zfill(-9223372036854775807 - 1)"#,
            #"'a\tb'.expandtabs(-9223372036854775807)"#,
            #"'abc' | truncate(3, true, '', -1)"#,
            #"today_utc().replace(day=9223372036854775807)"#,
            #"today_utc() + duration('P9999Y')"#,
            #"today_utc().isocalendar()"#,
        ]
    )
    func finishes(_ expression: String) { #expect(!Sample.outcome("{{ \(expression) }}").isEmpty) }
}
