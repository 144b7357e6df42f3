import Testing
import YAML

@Suite("plain scalars")
struct ImplicitResolverTests {
    @Test("are booleans", arguments: ["yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE"])
    func trueWords(text: String) throws {
        #expect(try load(text).bool == true)
    }

    @Test("are booleans", arguments: ["no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE"])
    func falseWords(text: String) throws {
        #expect(try load(text).bool == false)
    }

    @Test("are null", arguments: ["~", "null", "Null", "NULL", "", "# nothing"])
    func nulls(text: String) throws {
        #expect(try load(text).isNull)
    }

    @Test(
        "are text",
        arguments: [
            "y", "n", "Y", "N", "yEs", "yES", "tRUE", "TRue", "oN", "oFF", "nULL", "NUll", "~~", "nil",
            "08", "09", "0o10", "00:30", "0b", "0x", "0b2", "0xg", "--", "+", "1:60", "1:234", "1__a",
            "1e3", "1e+3", "1.0e3", "12e03", "-.5", "+.5", ".", "._", "1.2.3", ".e+3", "1:30.5e+3", "1.0e+",
            ".iNF", ".nAN", "-.nan", "+.nan", "inf", "nan",
            "2020-1-1", "2020-01-01T00:00Z", "2020-01-01T", "2020-0101", "2020-01-01 10:00:00 UTC", "2020/01/01",
            "<", "<<<", "==", "a#c", "é", "１",
        ]
    )
    func texts(text: String) throws {
        #expect(try load(text).string == text)
    }

    @Test(
        "are integers",
        arguments: [
            ("0", "0"), ("-0", "0"), ("+5", "5"), ("1_000", "1000"), ("1__0", "10"),
            ("010", "8"), ("012345", "5349"), ("00", "0"), ("0_1", "1"), ("0_", "0"), ("-010", "-8"),
            ("0x1F", "31"), ("0b11", "3"), ("0x_1f", "31"), ("-0b1_0", "-2"),
            ("1:30", "90"), ("1:30:45", "5445"), ("-1:30", "-90"), ("1_0:5", "605"),
            ("9223372036854775807", "9223372036854775807"), ("9223372036854775808", "9223372036854775808"),
            ("-123456789012345678901234567890", "-123456789012345678901234567890"),
            ("0xffffffffffffffffff", "4722366482869645213695"),
        ]
    )
    func integers(text: String, digits: String) throws {
        #expect(outline(try load(text)) == digits)
    }

    @Test(
        "are numbers",
        arguments: [
            ("0.0", 0.0), (".5", 0.5), ("5.", 5.0), ("1.10", 1.1), ("1.5_0", 1.5), ("1_0.5", 10.5), ("1._5", 1.5),
            ("1.e+3", 1000.0), ("1.0e+3", 1000.0), ("1.5E-3", 0.0015), (".5e+1", 5.0), ("1.0e+999", .infinity),
            ("1:30.5", 90.5), ("190:20:30.15", 685230.15), ("-1:30.", -90.0), ("0:0.5", 0.5),
            (".inf", .infinity), ("-.inf", -.infinity), ("+.Inf", .infinity), (".INF", .infinity),
        ]
    )
    func floats(text: String, expected: Double) throws {
        guard case .float(let value) = try load(text).value else {
            Issue.record("not a float: \(text)")
            return
        }
        #expect(value == expected)
    }

    @Test("are not-a-number", arguments: [".nan", ".NaN", ".NAN"])
    func notANumbers(text: String) throws {
        guard case .float(let value) = try load(text).value else {
            Issue.record("not a float: \(text)")
            return
        }
        #expect(value.isNaN)
    }

    @Test("keeps the sign of a negative zero")
    func negativeZero() throws {
        guard case .float(let value) = try load("-0.0").value else {
            Issue.record("not a float")
            return
        }
        #expect(value == 0 && value.sign == .minus)
    }

    @Test(
        "are dates and times",
        arguments: [
            ("2020-01-01", "2020-01-01"),
            ("2020-01-01 00:00:00", "2020-01-01T00:00:00"),
            ("2020-1-1 1:00:00", "2020-01-01T01:00:00"),
            ("2020-01-01T00:00:00Z", "2020-01-01T00:00:00+00:00"),
            ("2020-01-01t00:00:00 Z", "2020-01-01T00:00:00+00:00"),
            ("2001-12-14 21:59:43.10 -5", "2001-12-14T21:59:43.100000-05:00"),
            ("2001-12-14T21:59:43.1234567+05:30", "2001-12-14T21:59:43.123456+05:30"),
            ("2001-12-14T21:59:43.", "2001-12-14T21:59:43"),
        ]
    )
    func timestamps(text: String, isoFormat: String) throws {
        #expect(outline(try load("a: \(text)")) == "{\"a\": time \(isoFormat)}")
    }

    @Test("are text in quotes", arguments: ["yes", "1", "~", "2020-01-01", "<<", "=", "", ".5", "2020-13-45"])
    func quoted(text: String) throws {
        #expect(try load("'\(text)'").string == text)
        #expect(try load("\"\(text)\"").string == text)
    }

    @Test("are errors as values, but for the key", arguments: ["=", "<<"])
    func reserved(text: String) throws {
        let sample = Marked("a: [①\(text)]")
        let error = try #require(failure(sample.text))
        #expect(error.kind == .constructor)
        #expect(error.position == sample["①"])
        #expect(error.hint?.contains("put it in quotes") == true)
        #expect(outline(try load("=: 1")) == "{\"=\": 1}")
    }
}
