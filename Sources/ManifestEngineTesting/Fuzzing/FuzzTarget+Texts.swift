import JSON
import Jinja
import ManifestEngine

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
        guard let template = try? Template(String(decoding: bytes, as: UTF8.self)) else { return }
        let environment = TemplateEnvironment(now: { FuzzSample.now }, random: { 7 })
        let scope = Scope(environment: environment, config: FuzzSample.value)
        scope[Symbol("record")] = FuzzSample.value
        guard let value = try? template.evaluate(in: scope) else { return }
        _ = value.printed
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
        let lines = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
        guard lines.count == 2, let regex = try? PythonRegex(String(decoding: lines[0], as: UTF8.self)) else { return }
        let text = String(decoding: lines[1], as: UTF8.self)
        _ = try? regex.search(text)?.group(0)
        _ = try? regex.replaceAll(text, "<\\g<0>>")
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
        let lines = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard lines.count == 2 else { return }
        let format = DateFormat(lines[0])
        for moment in [try? format.parse(lines[1]), try? ISO8601DateTime.parse(lines[1])].compactMap(\.self) {
            _ = format.format(moment)
            _ = moment.strftime(lines[0])
            guard let duration = try? ISO8601Duration.parse(lines[1]) else { continue }
            _ = try? moment.adding(duration)
        }
        _ = FuzzSample.now.strftime(lines[0])
        guard let duration = try? ISO8601Duration.parse(lines[1]) else { return }
        _ = [try? FuzzSample.now.adding(duration), try? FuzzSample.now.subtracting(duration)]
        _ = try? duration.negated()
    }

    /// Header values: links, waits, dates, addresses.
    static let headers = FuzzTarget(
        "headers",
        words: [
            "<", ">", ";", ",", "=", "\"", "'", " ", "rel=", "next", "https://a.b/c?d=e",
            "Wed, 21 Oct 2015 07:28:00 GMT",
            "99999999999999999999", "1e400", "-1", ":", "@", "[::1]", "#", "\\", "é", "\t", "charset=utf-8",
            "text/html",
        ],
        seeds: [
            "<https://a.b/c?page=2>; rel=\"next\", <https://a.b/c?page=9>; rel=\"last\"", "120",
            "Wed, 21 Oct 2015 07:28:00 GMT", "https://u:p@[::1]:8080/a?b#c", "application/json; charset=\"utf-8\"",
        ]
    ) { HeaderReaders.readAll(String(decoding: $0, as: UTF8.self)) }
}

/// What inputs are tried on.
private enum FuzzSample {
    static let now = DateTime(nearestMicrosecondsSinceEpoch: 1_752_575_400_123_456)

    /// Made anew each time, since templates may change values in place.
    static var value: Value {
        let text = #"{"a":[1,2.5,{"b":"x"}],"b":"2024-01-15","l":[3,1,2],"n":null,"s":"héllo","d":{"a":{"b":[1]}}}"#
        return (try? JSONDocument(text: text).root).map { Value($0) } ?? .null
    }
}
