import Dates
import Testing

/// Parsing by format.
///
/// The tables hold what Python and the reference implementation give.
@Suite struct DateFormatTests {
    @Test(arguments: parsed)
    func parsesConnectorFormats(_ row: DateCase) {
        let format = DateFormat(row.input)
        #expect(outcome { () throws(DateError) in try format.parse(row.argument).isoformat() } == row.expected)
    }

    @Test(arguments: parsed)
    func parsesBytesAsItParsesText(_ row: DateCase) {
        let format = DateFormat(row.input)
        let value = Array(row.argument.utf8).withUnsafeBufferPointer { format.parse(utf8: $0) }
        #expect(value?.isoformat() == (row.expected.hasPrefix("!") ? nil : row.expected))
    }

    @Test(arguments: plain)
    func parsesPlainFormats(_ row: DateCase) {
        let format = DateFormat(row.input, dialect: .plain)
        #expect(outcome { () throws(DateError) in try format.parse(row.argument).isoformat() } == row.expected)
    }

    @Test(arguments: faults)
    func wordsFaults(_ row: DateCase) {
        #expect(fault { () throws(DateError) in try DateFormat(row.input).parse(row.argument) } == row.expected)
    }

    @Test(arguments: wholeNumbers)
    func parsesWholeNumbers(_ row: DateCase) throws {
        let number = try #require(Int(row.argument))
        let format = DateFormat(row.input)
        #expect(outcome { () throws(DateError) in try format.parse(number).isoformat() } == row.expected)
    }

    @Test(arguments: fractions)
    func parsesFractions(_ row: DateCase) throws {
        let number = try #require(Double(row.argument))
        let format = DateFormat(row.input)
        #expect(outcome { () throws(DateError) in try format.parse(number).isoformat() } == row.expected)
    }

    @Test func repeatedDirectiveIsAPatternFault() {
        #expect(
            fault { () throws(DateError) in try DateFormat("%Y %Y").parse("2024 2024") }
                .hasPrefix("error: redefinition of group name 'Y'")
        )
    }

    static let plain = [
        DateCase("%Y-%m-%d", "2024-03-14", "2024-03-14T00:00:00"),
        DateCase("%Y-%m-%d%z", "2024-03-14+0100", "2024-03-14T00:00:00+01:00"),
        DateCase("%s", "5", "!ValueError"),
        DateCase("%s_as_float", "5", "!ValueError"),
        DateCase("%ms", "5", "!ValueError"),
        DateCase("%_ms", "5", "!ValueError"),
        DateCase("%Y %Z", "2024 UTC", "2024-01-01T00:00:00"),
        DateCase("%Y %Z %z", "2024 GMT +0100", "2024-01-01T00:00:00+01:00"),
        DateCase("%H", "5", "1900-01-01T05:00:00"),
    ]

    static let faults = [
        DateCase("%Y", "x", "ValueError: time data 'x' does not match format '%Y'"),
        DateCase("%Y", "2022x", "ValueError: unconverted data remains: x"),
        DateCase("%Y", "a'b", "ValueError: time data \"a'b\" does not match format '%Y'"),
        DateCase("%Y-%m-%d", "2022-02-30", "ValueError: day is out of range for month"),
        DateCase("%S", "61", "ValueError: second must be in 0..59"),
        DateCase("%Y", "0000", "ValueError: year 0 is out of range"),
        DateCase(
            "%z",
            "+2500",
            "ValueError: offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not datetime.timedelta(days=1, seconds=3600)."
        ),
        DateCase(
            "%z",
            "-2500",
            "ValueError: offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not datetime.timedelta(days=-2, seconds=82800)."
        ),
        DateCase(
            "%G %V",
            "2023 53",
            "ValueError: ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive ('%A', '%a', '%w', or '%u')."
        ),
        DateCase(
            "%Y %V",
            "2023 1",
            "ValueError: ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive ('%A', '%a', '%w', or '%u')."
        ),
        DateCase(
            "%Y %V %u",
            "2023 1 1",
            "ValueError: ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead."
        ),
        DateCase(
            "%V",
            "1",
            "ValueError: ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive ('%A', '%a', '%w', or '%u')."
        ),
        DateCase(
            "%G %V %u %j",
            "2023 1 1 5",
            "ValueError: Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead."
        ),
        DateCase("%e", "x", "ValueError: 'e' is a bad directive in format '%e'"),
        DateCase("%-d", "x", "ValueError: '-' is a bad directive in format '%-d'"),
        DateCase("%.", "x", "ValueError: '%' is a bad directive in format '%.'"),
        DateCase("% d", "x", "ValueError: '%' is a bad directive in format '% d'"),
        DateCase("ab%", "x", "ValueError: stray % in format 'ab%'"),
        DateCase("%j %Y", "366 9999", "ValueError: year 10000 is out of range"),
        DateCase("%z", "+01:0000", "ValueError: Inconsistent use of : in +01:0000"),
        DateCase("%z", "+0100:00", "ValueError: invalid literal for int() with base 10: ':0'"),
        DateCase("%s", "x'", "ValueError: invalid literal for int() with base 10: \"x'\""),
        DateCase("%s_as_float", "x", "ValueError: could not convert string to float: 'x'"),
        DateCase("%s", "nan", "ValueError: invalid literal for int() with base 10: 'nan'"),
        DateCase("%s_as_float", "nan", "ValueError: Invalid value NaN (not a number)"),
        DateCase("%s", "253402300800", "ValueError: year 10000 is out of range"),
        DateCase("%ms", "253402300800000", "OverflowError: date value out of range"),
        DateCase("%Y-%_ms", "x", "ValueError: time data 'x' does not match format '%Y-%f'"),
    ]

    static let wholeNumbers = [
        DateCase("%s", "0", "1970-01-01T00:00:00+00:00"),
        DateCase("%s", "-1", "1969-12-31T23:59:59+00:00"),
        DateCase("%s", "1710428966", "2024-03-14T15:09:26+00:00"),
        DateCase("%s", "1000000000000", "!ValueError"),
        DateCase("%s", "1000000000000000000", "!OSError"),
        DateCase("%s_as_float", "5", "1970-01-01T00:00:05+00:00"),
        DateCase("%ms", "1710428966535", "2024-03-14T15:09:26.535000+00:00"),
        DateCase("%ms", "1000000000000000", "!OverflowError"),
        DateCase("%ms", "1000000000000000000", "!OverflowError"),
        DateCase("%epoch_microseconds", "253402300799999999", "9999-12-31T23:59:59.999999+00:00"),
        DateCase("%epoch_microseconds", "253402300800000000", "!OverflowError"),
        DateCase("%Y%m%d", "20240314", "2024-03-14T00:00:00+00:00"),
        DateCase("%Y", "2024", "2024-01-01T00:00:00+00:00"),
        DateCase("%Y-%m", "2024", "!ValueError"),
    ]

    static let fractions = [
        DateCase("%s", "1.9", "1970-01-01T00:00:01+00:00"),
        DateCase("%s", "-1.9", "1969-12-31T23:59:59+00:00"),
        DateCase("%s", "1e+300", "!OverflowError"),
        DateCase("%s", "nan", "!ValueError"),
        DateCase("%s_as_float", "1.9999999", "1970-01-01T00:00:02+00:00"),
        DateCase("%s_as_float", "-5e-07", "1970-01-01T00:00:00+00:00"),
        DateCase("%s_as_float", "1710428966.535897", "2024-03-14T15:09:26.535897+00:00"),
        DateCase("%s_as_float", "253402300800.0", "!ValueError"),
        DateCase("%ms", "15.7", "1970-01-01T00:00:00.015000+00:00"),
        DateCase("%ms", "inf", "!OverflowError"),
        DateCase("%Y.%m", "2024.5", "2024-05-01T00:00:00+00:00"),
    ]

    static let parsed = [
        DateCase("%Y-%m-%dT%H:%M:%S%z", "2024-03-14T15:09:26+00:00", "2024-03-14T15:09:26+00:00"),
        DateCase("%Y-%m-%dT%H:%M:%S%z", "2024-03-14T15:09:26Z", "2024-03-14T15:09:26+00:00"),
        DateCase("%Y-%m-%dT%H:%M:%S%z", "2024-03-14T15:09:26-0730", "2024-03-14T15:09:26-07:30"),
        DateCase("%Y-%m-%dT%H:%M:%S%z", "2024-03-14T15:09:26+05:30:15", "2024-03-14T15:09:26+05:30:15"),
        DateCase("%Y-%m-%dT%H:%M:%S%z", "2024-03-14T15:09:26z", "!ValueError"),
        DateCase("%Y-%m-%dT%H:%M:%S%z", "2024-03-14T15:09:26", "!ValueError"),
        DateCase("%Y-%m-%dT%H:%M:%S%z", "2024-03-14T15:09:26 Z", "!ValueError"),
        DateCase("%Y-%m-%dT%H:%M:%S%z", "2024-03-14t15:09:26Z", "2024-03-14T15:09:26+00:00"),
        DateCase("%Y-%m-%dT%H:%M:%S%z", "2024-3-4T5:9:6Z", "2024-03-04T05:09:06+00:00"),
        DateCase("%Y-%m-%dT%H:%M:%S%z", "2024-03-14T15:09:26+24:00", "!ValueError"),
        DateCase("%Y-%m-%dT%H:%M:%S%z", "2024-03-14T15:09:26+23:59", "2024-03-14T15:09:26+23:59"),
        DateCase("%Y-%m-%dT%H:%M:%S%z", "2024-03-14T15:09:26+05", "!ValueError"),
        DateCase("%Y-%m-%dT%H:%M:%S%z", "2024-03-14T15:09:26+05:60", "!ValueError"),
        DateCase("%Y-%m-%dT%H:%M:%S%z", "2024-03-14T15:09:26+0130:00", "!ValueError"),
        DateCase("%Y-%m-%dT%H:%M:%S%z", "2024-03-14T15:09:26+01:3000", "!ValueError"),
        DateCase("%Y-%m-%dT%H:%M:%S%z", "2024-03-14T15:09:26-00:00:01.5", "2024-03-14T15:09:26-00:00:01.500000"),
        DateCase("%Y-%m-%dT%H:%M:%S%z", "2024-13-14T15:09:26Z", "!ValueError"),
        DateCase("%Y-%m-%dT%H:%M:%S%z", "2024-02-30T15:09:26Z", "!ValueError"),
        DateCase("%Y-%m-%dT%H:%M:%S%z", "2023-02-29T00:00:00Z", "!ValueError"),
        DateCase("%Y-%m-%dT%H:%M:%S%z", "2024-02-29T24:00:00Z", "!ValueError"),
        DateCase("%Y-%m-%dT%H:%M:%S%z", "2024-02-29T23:60:00Z", "!ValueError"),
        DateCase("%Y-%m-%dT%H:%M:%S%z", "2024-02-29T23:59:60Z", "!ValueError"),
        DateCase("%Y-%m-%dT%H:%M:%S%z", "2024-02-29T23:59:59Z\n", "!ValueError"),
        DateCase("%Y-%m-%dT%H:%M:%S%z", " 2024-02-29T23:59:59Z", "!ValueError"),
        DateCase("%Y-%m-%dT%H:%M:%S%z", "", "!ValueError"),
        DateCase("%Y-%m-%dT%H:%M:%S%z", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00+00:00"),
        DateCase("%Y-%m-%dT%H:%M:%S%z", "0000-01-01T00:00:00Z", "!ValueError"),
        DateCase("%Y-%m-%dT%H:%M:%S%z", "9999-12-31T23:59:59Z", "9999-12-31T23:59:59+00:00"),
        DateCase("%Y-%m-%dT%H:%M:%S%z", "1969-12-31T23:59:59Z", "1969-12-31T23:59:59+00:00"),
        DateCase("%Y-%m-%dT%H:%M:%S%z", "12024-03-14T15:09:26Z", "!ValueError"),
        DateCase("%Y-%m-%dT%H:%M:%S.%f%z", "2024-03-14T15:09:26.535897Z", "2024-03-14T15:09:26.535897+00:00"),
        DateCase("%Y-%m-%dT%H:%M:%S.%f%z", "2024-03-14T15:09:26.5+01:00", "2024-03-14T15:09:26.500000+01:00"),
        DateCase("%Y-%m-%dT%H:%M:%S.%f%z", "2024-03-14T15:09:26.000001+0000", "2024-03-14T15:09:26.000001+00:00"),
        DateCase("%Y-%m-%dT%H:%M:%S.%f%z", "2024-03-14T15:09:26.1234567Z", "!ValueError"),
        DateCase("%Y-%m-%dT%H:%M:%S.%f%z", "2024-03-14T15:09:26.Z", "!ValueError"),
        DateCase("%Y-%m-%dT%H:%M:%S.%f%z", "2024-03-14T15:09:26Z", "!ValueError"),
        DateCase("%Y-%m-%dT%H:%M:%S.%f%z", "2024-03-14T15:09:26.000Z", "2024-03-14T15:09:26+00:00"),
        DateCase("%Y-%m-%dT%H:%M:%SZ", "2024-03-14T15:09:26Z", "2024-03-14T15:09:26+00:00"),
        DateCase("%Y-%m-%dT%H:%M:%SZ", "2024-03-14T15:09:26z", "2024-03-14T15:09:26+00:00"),
        DateCase("%Y-%m-%dT%H:%M:%SZ", "2024-03-14T15:09:26", "!ValueError"),
        DateCase("%Y-%m-%dT%H:%M:%SZ", "2024-03-14T15:09:26+00:00", "!ValueError"),
        DateCase("%Y-%m-%d", "2024-03-14", "2024-03-14T00:00:00+00:00"),
        DateCase("%Y-%m-%d", "1970-01-01", "1970-01-01T00:00:00+00:00"),
        DateCase("%Y-%m-%d", "1969-12-31", "1969-12-31T00:00:00+00:00"),
        DateCase("%Y-%m-%d", "0001-01-01", "0001-01-01T00:00:00+00:00"),
        DateCase("%Y-%m-%d", "9999-12-31", "9999-12-31T00:00:00+00:00"),
        DateCase("%Y-%m-%d", "2024-3-4", "2024-03-04T00:00:00+00:00"),
        DateCase("%Y-%m-%d", "2024-03-14T00:00:00", "!ValueError"),
        DateCase("%Y-%m-%d", "24-03-14", "!ValueError"),
        DateCase("%Y-%m-%d", "2024-00-14", "!ValueError"),
        DateCase("%Y-%m-%d", "2024-03-00", "!ValueError"),
        DateCase("%Y-%m-%d", "2024-03-32", "!ValueError"),
        DateCase("%Y-%m-%d", "2024-04-31", "!ValueError"),
        DateCase("%Y-%m-%d", "2024--3-14", "!ValueError"),
        DateCase("%Y%m%d", "20240314", "2024-03-14T00:00:00+00:00"),
        DateCase("%Y%m%d", "2024314", "2024-03-14T00:00:00+00:00"),
        DateCase("%Y%m%d", "202411", "2024-01-01T00:00:00+00:00"),
        DateCase("%Y%m%d", "2024111", "2024-11-01T00:00:00+00:00"),
        DateCase("%Y%m%d", "20241301", "!ValueError"),
        DateCase("%Y%m%d", "202413", "2024-01-03T00:00:00+00:00"),
        DateCase("%Y%m%d", "2024", "!ValueError"),
        DateCase("%Y%m%d%H%M%S", "20240314150926", "2024-03-14T15:09:26+00:00"),
        DateCase("%Y%m%d%H%M%S", "2024314150926", "2024-03-14T15:09:26+00:00"),
        DateCase("%Y%m%d%H%M%S", "20241111111", "2024-11-11T01:01:01+00:00"),
        DateCase("%Y%m%d%H%M%S", "202411111", "2024-01-01T01:01:01+00:00"),
        DateCase("%Y-%m-%d %H:%M:%S", "2024-03-14  15:09:26", "2024-03-14T15:09:26+00:00"),
        DateCase("%Y-%m-%d %H:%M:%S", "2024-03-14\t15:09:26", "2024-03-14T15:09:26+00:00"),
        DateCase("%Y-%m-%d %H:%M", "2024-03-14\u{A0}15:09", "2024-03-14T15:09:00+00:00"),
        DateCase("%Y-%m-%d %I:%M %p", "2024-03-14 03:09\u{202F}PM", "2024-03-14T15:09:00+00:00"),
        DateCase("%Y-%m-%d  %H", "2024-03-14 15", "2024-03-14T15:00:00+00:00"),
        DateCase("%Y %d", "2024  5", "2024-01-05T00:00:00+00:00"),
        DateCase("%d", "31", "1900-01-31T00:00:00+00:00"),
        DateCase("%d", "35", "!ValueError"),
        DateCase("%d", " 5", "1900-01-05T00:00:00+00:00"),
        DateCase("%d", "  5", "!ValueError"),
        DateCase("%d %b", "29 Feb", "!ValueError"),
        DateCase("%I:%M %p", "12:00 AM", "1900-01-01T00:00:00+00:00"),
        DateCase("%I:%M %p", "12:00 pm", "1900-01-01T12:00:00+00:00"),
        DateCase("%I:%M %p", "1:05 PM", "1900-01-01T13:05:00+00:00"),
        DateCase("%I:%M", "12:30", "1900-01-01T00:30:00+00:00"),
        DateCase("%p %I", "PM 11", "1900-01-01T23:00:00+00:00"),
        DateCase("%I:%M", "13:00", "!ValueError"),
        DateCase("%y", "68", "2068-01-01T00:00:00+00:00"),
        DateCase("%y", "69", "1969-01-01T00:00:00+00:00"),
        DateCase("%y", "7", "!ValueError"),
        DateCase("%a, %d %b %Y %H:%M:%S %Z", "Thu, 14 Mar 2024 15:09:26 GMT", "2024-03-14T15:09:26+00:00"),
        DateCase("%a, %d %b %Y %H:%M:%S %Z", "thu, 14 MAR 2024 15:09:26 utc", "2024-03-14T15:09:26+00:00"),
        DateCase("%a, %d %b %Y %H:%M:%S %Z", "Thu, 14 Mar 2024 15:09:26 EST", "!ValueError"),
        DateCase("%A %B %d %Y", "SUNDAY september 1 2024", "2024-09-01T00:00:00+00:00"),
        DateCase("%A %B %d %Y", "Mon Sept 1 2024", "!ValueError"),
        DateCase("%c", "Thu Mar 14 15:09:26 2024", "2024-03-14T15:09:26+00:00"),
        DateCase("%x %X", "03/14/24 15:09:26", "2024-03-14T15:09:26+00:00"),
        DateCase("%j %Y", "060 2024", "2024-02-29T00:00:00+00:00"),
        DateCase("%j %Y", "60 2023", "2023-03-01T00:00:00+00:00"),
        DateCase("%j %Y", "366 2023", "2024-01-01T00:00:00+00:00"),
        DateCase("%j %Y", "366 9999", "!ValueError"),
        DateCase("%Y-%j", "2024-367", "!ValueError"),
        DateCase("%Y %U %w", "2024 10 4", "2024-03-14T00:00:00+00:00"),
        DateCase("%Y %U %w", "2024 0 0", "2023-12-31T00:00:00+00:00"),
        DateCase("%Y %W %a", "2024 53 Tue", "2024-12-31T00:00:00+00:00"),
        DateCase("%W %w %Y", "52 6 9999", "!ValueError"),
        DateCase("%Y %W", "2024 10", "2024-01-01T00:00:00+00:00"),
        DateCase("%G-W%V-%u", "2024-W01-1", "2024-01-01T00:00:00+00:00"),
        DateCase("%G-W%V-%u", "2020-W53-7", "2021-01-03T00:00:00+00:00"),
        DateCase("%G-W%V-%u", "2021-W53-1", "2022-01-03T00:00:00+00:00"),
        DateCase("%G-W%V-%u", "0001-W01-1", "0001-01-01T00:00:00+00:00"),
        DateCase("%G-W%V-%u", "9999-W53-5", "!ValueError"),
        DateCase("%G-W%V-%u", "0000-W01-1", "!ValueError"),
        DateCase("%G-W%V", "2024-W01", "!ValueError"),
        DateCase("%Y-W%V-%u", "2024-W01-1", "!ValueError"),
        DateCase("%G %j", "2024 100", "!ValueError"),
        DateCase("%u", "8", "!ValueError"),
        DateCase("%Y-%m-%dT%H:%M:%S.%_msZ", "2024-03-14T15:09:26.535Z", "2024-03-14T15:09:26.535000+00:00"),
        DateCase("%Y-%m-%dT%H:%M:%S.%_msZ", "2024-03-14T15:09:26.535897Z", "2024-03-14T15:09:26.535897+00:00"),
        DateCase("%_ms %f", "1 1", "!error"),
        DateCase("%z:%M", "+05:30:15", "1900-01-01T00:15:00+05:30"),
        DateCase("%z:%M", "+0530:15", "1900-01-01T00:15:00+05:30"),
        DateCase("%f%S", "12345659", "1900-01-01T00:00:59.123456+00:00"),
        DateCase("%H%M", "123", "1900-01-01T12:03:00+00:00"),
        DateCase("%H%M", "23", "1900-01-01T02:03:00+00:00"),
        DateCase("%z%H", "+05301", "1900-01-01T01:00:00+05:30"),
        DateCase("100%%", "100%", "1900-01-01T00:00:00+00:00"),
        DateCase("%Y.%m", "2024x03", "!ValueError"),
        DateCase("(%Y)", "(2024)", "2024-01-01T00:00:00+00:00"),
        DateCase("%Y年%m月%d日", "2024年3月4日", "2024-03-04T00:00:00+00:00"),
        DateCase("%d é %Y", "4 É 2024", "2024-01-04T00:00:00+00:00"),
        DateCase("T%H", "t5", "1900-01-01T05:00:00+00:00"),
        DateCase("", "", "1900-01-01T00:00:00+00:00"),
        DateCase("", "x", "!ValueError"),
        DateCase("%e", "5", "!ValueError"),
        DateCase("%-d", "5", "!ValueError"),
        DateCase("%", "%", "!ValueError"),
        DateCase("%F", "2024-01-01", "!ValueError"),
        DateCase("%Y %Y", "2024 2024", "!error"),
        DateCase("%c %Y", "Thu Mar 14 15:09:26 2024 2024", "!error"),
        DateCase("%s", "0", "1970-01-01T00:00:00+00:00"),
        DateCase("%s", "1710428966", "2024-03-14T15:09:26+00:00"),
        DateCase("%s", "-1", "1969-12-31T23:59:59+00:00"),
        DateCase("%s", " 12 ", "1970-01-01T00:00:12+00:00"),
        DateCase("%s", "1_000", "1970-01-01T00:16:40+00:00"),
        DateCase("%s", "+7", "1970-01-01T00:00:07+00:00"),
        DateCase("%s", "1.5", "!ValueError"),
        DateCase("%s", "", "!ValueError"),
        DateCase("%s", "1__0", "!ValueError"),
        DateCase("%s", "253402300799", "9999-12-31T23:59:59+00:00"),
        DateCase("%s", "253402300800", "!ValueError"),
        DateCase("%s", "-62135596800", "0001-01-01T00:00:00+00:00"),
        DateCase("%s", "-62135596801", "!ValueError"),
        DateCase("%s", "99999999999999999999", "!OverflowError"),
        DateCase("%s_as_float", "1710428966.535897", "2024-03-14T15:09:26.535897+00:00"),
        DateCase("%s_as_float", "-0.5", "1969-12-31T23:59:59.500000+00:00"),
        DateCase("%s_as_float", "1e3", "1970-01-01T00:16:40+00:00"),
        DateCase("%s_as_float", "nan", "!ValueError"),
        DateCase("%s_as_float", "inf", "!OverflowError"),
        DateCase("%s_as_float", "0x10", "!ValueError"),
        DateCase("%s_as_float", " 1_0.25 ", "1970-01-01T00:00:10.250000+00:00"),
        DateCase("%s_as_float", "1e400", "!OverflowError"),
        DateCase("%s_as_float", "0.0000005", "1970-01-01T00:00:00+00:00"),
        DateCase("%s_as_float", "0.0000015", "1970-01-01T00:00:00.000002+00:00"),
        DateCase(" %s", "5", "!ValueError"),
        DateCase("%ms", "1710428966535", "2024-03-14T15:09:26.535000+00:00"),
        DateCase("%ms", "-1", "1969-12-31T23:59:59.999000+00:00"),
        DateCase("%ms", "1.5", "!ValueError"),
        DateCase("%ms", "253402300800000", "!OverflowError"),
        DateCase("%epoch_microseconds", "1710428966535897", "2024-03-14T15:09:26.535897+00:00"),
        DateCase("%epoch_microseconds", "-1", "1969-12-31T23:59:59.999999+00:00"),
        DateCase("%epoch_microseconds", "x", "!ValueError"),
    ]
}
