import Dates
import Jinja
import Manifest
import RegularExpressions

extension FuzzTarget {
    /// Templates: compiled and evaluated.
    static let template = FuzzTarget(
        "template",
        words: [
            "{{ ", " }}", "{% ", " %}", "{# ", "if ", "else", "elif ", "endif", "for a in ", "endfor", "set x = ",
            "macro f(n)",
            "endmacro", "call f()", "endcall", "filter upper", "endfilter", "with a = 1", "endwith", "config", "record",
            ".a", "['b']", "[0]", "[::-1]", "[1:]", "[0] * 9", " recursive", "loop", "loop(", "namespace(x=1)",
            " | tojson",
            " | list", " | batch(2)", " | map(", " | sort", " | join", " | int", " | round", " | replace('a', 'b')",
            "(", ")",
            "[", "]", "{", "}", "'", "\"", ",", " + ", " - ", " * ", " / ", " // ", " % ", " ** ", " ~ ", " == ", " < ",
            " in ", " not ", " and ", " or ", " is ", "1", "2.5", "-1", "9223372036854775807", "1e308", "none", "true",
            ".append(", ".update(", ".items()", ".split(", ".format(", "now_utc()", "timestamp(", "duration('P1D')",
            "day_delta(", "format_datetime(", "str_to_datetime(", "%Y-%m-%d", "%s", "\\u", "𝄞",
        ],
        seeds: [
            "{{ config['a'] }} {{ record.get('b', 1) + 2 }}",
            "{% set ns = namespace(x=[]) %}{% for a in [0] * 3 %}{% set ns.x = ns.x + [a] %}{% endfor %}{{ ns.x }}",
            "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(3) }}",
            "{{ format_datetime(day_delta(-1, '%Y-%m-%d'), '%s') }}{{ '%05.1f|%s' | format(1, 'x') }}",
            "{{ record.l | sort | map('string') | join(',') }}{{ record | items | list | tojson }}",
            "{% for a in [1] recursive %}{{ loop.index }}{{ loop([]) }}{% else %}x{% endfor %}",
        ]
    ) { bytes in
        guard let template = try? Template(ofManifest: String(decoding: bytes, as: UTF8.self)) else { return }
        let environment = TemplateEnvironment(now: { FuzzSample.now }, random: { 7 })
        let scope = Scope(environment: environment, config: FuzzSample.value)
        scope[Symbol("record")] = FuzzSample.value
        guard let value = try? template.evaluate(in: scope) else { return }
        _ = value.pythonText
        _ = try? value.json()
        _ = value == value
    }

    /// Regular expressions: the first line is the expression, the rest the text.
    static let regex = FuzzTarget(
        "regex",
        words: [
            "(", ")", "(?:", "(?=", "(?<=", "(?P<a>", "(?P=a)", "(?i)", "(?(1)", "|", "*", "+", "?", "{2,3}",
            "{1000000}",
            "[a-z]", "[^", "]", "\\d", "\\w", "\\b", "\\1", ".", "^", "$", "a", "b", "\n", "É", "(?>", "++", "\\x41",
        ],
        seeds: ["(a+)+$\naaaaaaaaaaaaaaaaaaaaaaaa!", "(?P<y>\\d{4})-(?P=y)\n2024-2024", "(?<=a)b|[^c-e]*?\nabcde"]
    ) { bytes in
        let lines = FuzzLines(bytes, 2)
        // With all the steps that a sync allows, one hostile expression would take the time of ten thousand others.
        guard let regex = try? PythonRegex(lines[0], mostSteps: 20_000) else { return }
        if let found = try? regex.search(lines[1])?.group(0) {
            expect(lines[1].unicodeScalars.contains(found.unicodeScalars), "a match that is not in the text")
        }
        _ = try? regex.replaceAll(lines[1], "<\\g<0>>")
        guard let same = try? regex.replaceAll(lines[1], "\\g<0>") else { return }
        expect(same.utf8.elementsEqual(lines[1].utf8), "matches put in for themselves change the text")
    }

    /// Dates: the first line is a format, the second a date, a duration or a number.
    static let dates = FuzzTarget(
        "dates",
        words: [
            "%Y", "%m", "%d", "%H", "%M", "%S", "%f", "%z", "%Z", "%s", "%s_as_float", "%ms", "%j", "%U", "%a", "%B",
            "%p",
            "%y", "%G", "%V", "%u", "%%", "%_ms", "%c", "\n", "2024-01-15T08:30:00Z", "+05:30", "0001-01-01",
            "9999-12-31",
            "P1Y2M3DT4H", "P", "-", "W", "T", ".", ":", "99999999999999999999", "1e300", "-62135596800",
        ],
        seeds: [
            "%Y-%m-%dT%H:%M:%SZ\n2024-01-15T08:30:00Z", "%s\n1705307400", "%ms\n1705307400123", "%c\nP1Y2M3DT4H5M6S",
        ]
    ) { bytes in
        let lines = FuzzLines(bytes, 2)
        let format = DateFormat(lines[0])
        let parsed = try? format.parse(lines[1])
        expect(
            parsed == Array(lines[1].utf8).withUnsafeBufferPointer(format.parse(utf8:)),
            "the fast way of reading a date gives another one"
        )
        let iso = try? ISO8601DateTime.parse(lines[1])
        for moment in [parsed, iso].compactMap(\.self) {
            _ = format.format(moment)
            _ = moment.strftime(lines[0])
            checkSpelling(of: moment)
            guard let duration = try? ISO8601Duration.parse(lines[1]) else { continue }
            _ = try? moment.adding(duration)
        }
        _ = FuzzSample.now.strftime(lines[0])
        guard let duration = try? ISO8601Duration.parse(lines[1]) else { return }
        _ = [try? FuzzSample.now.adding(duration), try? FuzzSample.now.subtracting(duration)]
        guard let negated = try? duration.negated() else { return }
        expect((try? negated.negated()) == duration, "a duration turned round twice is another one")
    }

    /// A moment is written so that it is read as itself.
    private static func checkSpelling(of moment: DateTime) {
        guard let utc = try? moment.converted(to: .utc) else { return }
        let whole = DateFormat("%Y-%m-%dT%H:%M:%S.%f%z")
        let text = whole.format(utc)
        guard let again = try? whole.parse(text) else { fail("not read again: \(text)") }
        expect(again.microsecondsSinceEpoch == utc.microsecondsSinceEpoch, "read as another moment: \(text)")
        let iso = try? ISO8601DateTime.parse(utc.isoformat())
        expect(
            iso?.microsecondsSinceEpoch == utc.microsecondsSinceEpoch,
            "read as another moment: \(utc.isoformat())"
        )
    }
}
