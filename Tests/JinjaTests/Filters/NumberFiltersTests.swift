import Testing

/// Filters for numbers, with the results of the reference.
@Suite("Number filters")
struct NumberFiltersTests {
    @Test(
        "int",
        arguments: [
            ("record.n | int", "5"),
            ("'3.7' | int", "3"),
            ("'1e3' | int", "1000"),
            ("' 7 ' | int", "7"),
            ("'1_000' | int", "1000"),
            ("'0x1F' | int", "0"),
            ("'0x1F' | int(base=16)", "31"),
            ("'0x1F' | int(0, 16)", "31"),
            ("'ff' | int(base=16)", "255"),
            ("'0b11' | int(base=0)", "3"),
            ("'zz' | int(default=5)", "5"),
            ("'zz' | int(5)", "5"),
            ("'' | int", "0"),
            ("none | int", "0"),
            ("true | int", "1"),
            ("-1.9 | int", "-1"),
            ("1.9 | int", "1"),
            ("record.missing | int", "!UndefinedError"),
            ("record.l | int", "0"),
            ("'inf' | int", "0"),
            ("'nan' | int", "0"),
            ("'١٢' | int", "12"),
            ("'+5' | int", "5"),
            ("'--5' | int", "0"),
            ("'99999999999999999999' | int", "99999999999999999999"),
            ("2.5 | round | int", "2"),
            ("timestamp('2022-02-28') | int", "1646006400"),
            ("headers['X-Rate'] | int", "5"),
        ] as [(String, String)]
    )
    func int(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "float",
        arguments: [
            ("'3.7' | float", "3.7"),
            ("'abc' | float", "0.0"),
            ("'abc' | float(1.5)", "1.5"),
            ("'1_0.5' | float", "10.5"),
            ("'inf' | float", "'inf'"),
            ("'nan' | float", "'nan'"),
            ("'-Infinity' | float", "'-inf'"),
            ("'0x10' | float", "0.0"),
            ("none | float", "0.0"),
            ("5 | float", "5.0"),
            ("record.missing | float", "!UndefinedError"),
            ("record.big | float", "!UndefinedError"),
            ("'1e5' | float", "100000.0"),
            ("'.5' | float", "0.5"),
            ("'5.' | float", "5.0"),
            ("'.' | float", "0.0"),
        ] as [(String, String)]
    )
    func float(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "round",
        arguments: [
            ("4.5 | round", "4.0"),
            ("5.5 | round", "6.0"),
            ("2.675 | round(2)", "2.67"),
            ("1234.567 | round(-2)", "1200.0"),
            ("15 | round(-1)", "20"),
            ("25 | round(-1)", "20"),
            ("4.2 | round(0, 'ceil')", "5.0"),
            ("4.8 | round(0, 'floor')", "4.0"),
            ("4.256 | round(2, 'ceil')", "4.26"),
            ("5 | round", "5"),
            ("5 | round(method='ceil')", "5.0"),
            ("'5' | round", "\"{{ '5' | round }}\""),
            ("4.2 | round(method='x')", "!FilterArgumentError"),
            ("record.missing | round", "'{{ record.missing | round }}'"),
            ("record.f | round(1)", "1.5"),
        ] as [(String, String)]
    )
    func round(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "abs",
        arguments: [
            ("record.n | abs", "5"),
            ("-record.n | abs", "5"),
            ("record.neg | abs", "'{{ record.neg | abs }}'"),
            ("-5 | abs", "5"),
        ] as [(String, String)]
    )
    func abs(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "sum",
        arguments: [
            ("record.l | sum", "6"),
            ("record.ln | sum(attribute='v')", "6"),
            ("record.ln | sum('v', 10)", "16"),
            ("record.ls | sum", "'{{ record.ls | sum }}'"),
            ("record.el | sum", "0"),
            ("record.l | map('int') | sum", "6"),
        ] as [(String, String)]
    )
    func sum(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "filesizeformat",
        arguments: [
            ("1 | filesizeformat", "'1 Byte'"),
            ("500 | filesizeformat", "'500 Bytes'"),
            ("1500 | filesizeformat", "'1.5 kB'"),
            ("1500000 | filesizeformat", "'1.5 MB'"),
            ("1500000 | filesizeformat(true)", "'1.4 MiB'"),
            ("1024 | filesizeformat(binary=true)", "'1.0 KiB'"),
            ("'5000' | filesizeformat", "'5.0 kB'"),
        ] as [(String, String)]
    )
    func filesizeformat(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }
}
