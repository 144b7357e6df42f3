import Jinja
import TestSupport
import Testing

/// Errors and their places.
///
/// Marks show where: `①` stands before the part and `②` behind it.
@Suite("Template errors")
struct TemplateErrorTests {
    @Test(
        "has kind and place",
        arguments: [
            ("a {{ record.id | ①nope② }}", .assertion),
            ("{{ ①record.missing②.x }}", .undefined),
            ("{{ 1 + ①undefined_thing②.x }}", .undeclared),
            ("{{ ①1 / 0② }}", .zeroDivision),
            ("é {{ ①1 // 0② }}", .zeroDivision),
            ("{{ (①②", .syntax),
            ("{% ①nope② %}", .syntax),
            ("{{ 'a' ①'② }}", .syntax),
            ("a\r\nb {{ ①1 % 0② }}", .zeroDivision),
            ("{% ①if② true %}x", .syntax),
            ("{{ record.l.index(①②9) }}", .value),
            ("{{ ①stream_state② }}", .unsupported),
            ("{{ ①'x' | regex_search('(')② }}", .regex),
            ("{{ ①duration('1D')② }}", .isoDuration),
        ] as [(String, TemplateError.Kind)]
    )
    func places(marked: String, kind: TemplateError.Kind) throws {
        let source = marked.filter { $0 != "①" && $0 != "②" }
        let before = marked.prefix { $0 != "①" }
        let inside = marked.dropFirst(before.count + 1).prefix { $0 != "②" }
        let error = try #require(Sample.error(source))
        #expect(error.kind == kind)
        guard !inside.isEmpty else { return }
        let range = try #require(error.range)
        let start = before.utf8.count
        #expect(range.overlaps(start..<(start + inside.utf8.count)), "\(range) in \(source)")
    }

    @Test(
        "offers near names",
        arguments: [
            ("{{ 'a' | uper }}", "upper"), ("{{ 1 is evn }}", "even"), ("{{ recrd.id }}", "record"),
            ("{{ now_utcc() }}", "now_utc"), ("{% if false %}{{ tody_utc() }}{% endif %}", "today_utc"),
            ("{% iff x %}{% endif %}", "if"), ("{{ [1] | map('uper') | list }}", "upper"),
        ]
    )
    func hints(source: String, name: String) throws {
        let hint = try #require(Sample.error(source)?.hint)
        #expect(hint.contains("'\(name)'"))
    }

    @Test("keeps the reference's words", arguments: try RecordedTable.rows("messages"))
    func messages(_ row: RecordedRow) {
        #expect(Sample.error(row.input)?.message == row.expected)
    }

    @Test("an unknown function is of the same kind as an unknown variable, and the known ones are listed")
    func unknownFunction() throws {
        let error = try #require(Sample.error("{{ 'a' if foo(1) else 'b' }}"))
        #expect(error.kind == .undeclared)
        #expect(error.kind == Sample.error("{{ foo }}")?.kind)
        #expect(error.range == 10..<13)
        #expect(error.hint?.hasPrefix("functions: camel_case_to_snake_case, ") == true)
    }

    @Test("does not show values in messages")
    func secrecy() throws {
        let scope = Sample.scope()
        scope[.config] = .dict(DictObject([.string("key"): .string("hidden-value")]))
        let error = try #require(Sample.error("{{ nothing_here }}", in: scope))
        #expect(!"\(error)".contains("hidden-value"))
    }
}
