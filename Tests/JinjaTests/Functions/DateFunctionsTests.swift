import Testing

/// Macros for dates, with the results of the reference.
@Suite("Date macros")
struct DateFunctionsTests {
    @Test(
        "nowUTC",
        arguments: [
            ("now_utc()", "'2025-07-15 10:30:00.123456+00:00'"),
            ("now_utc() - duration('P1D')", "'2025-07-14 10:30:00.123456+00:00'"),
            ("now_utc() - now_utc()", "'0:00:00'"),
            ("now_utc() - duration('P1M')", "'2025-06-15 10:30:00.123456+00:00'"),
            ("now_utc() + duration('PT1H30M')", "'2025-07-15 12:00:00.123456+00:00'"),
            ("now_utc() - '2020'", "\"{{ now_utc() - '2020' }}\""),
            ("now_utc() > now_utc()", "False"),
            ("now_utc() == now_utc()", "True"),
            ("now_utc() > today_utc()", "'{{ now_utc() > today_utc() }}'"),
            ("now_utc() > '2020'", "\"{{ now_utc() > '2020' }}\""),
        ] as [(String, String)]
    )
    func nowUTC(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "todayUTC",
        arguments: [
            ("today_utc()", "'2025-07-15'"),
            ("today_utc() - duration('P1M')", "'2025-06-15'"),
            ("today_utc() - duration('P7D')", "'2025-07-08'"),
            ("today_utc() - today_utc()", "'0:00:00'"),
            ("today_utc() + 5", "'{{ today_utc() + 5 }}'"),
        ] as [(String, String)]
    )
    func todayUTC(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "timestamp",
        arguments: [
            ("timestamp('2022-02-28')", "1646006400.0"),
            ("timestamp('2022-02-28T10:00:00Z')", "1646042400.0"),
            ("timestamp(1646006400.7)", "1646006400"),
            ("timestamp(5)", "5"),
            ("timestamp('5')", "!ValueError"),
            ("timestamp(now_utc())", "'{{ timestamp(now_utc()) }}'"),
            ("timestamp(none)", "'{{ timestamp(none) }}'"),
            ("timestamp(true)", "1"),
            ("timestamp(record.missing)", "!UndefinedError"),
        ] as [(String, String)]
    )
    func timestamp(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "strToDatetime",
        arguments: [
            ("str_to_datetime('2022-02-28')", "'2022-02-28 00:00:00+00:00'"),
            ("str_to_datetime('2022-02-28T10:00:00+02:00')", "'2022-02-28 08:00:00+00:00'"),
            ("str_to_datetime('2022/02/28')", "!ValueError"),
            ("str_to_datetime('20220228')", "'2022-02-28 00:00:00+00:00'"),
            ("str_to_datetime('2022-W05-2')", "'2022-02-01 00:00:00+00:00'"),
            ("str_to_datetime('')", "!ValueError"),
            ("str_to_datetime(none)", "'{{ str_to_datetime(none) }}'"),
            ("str_to_datetime(record.missing)", "!UndefinedError"),
            ("str_to_datetime('2022-02-28').strftime('%s')", "1646006400"),
            ("str_to_datetime('2022-02-28') < now_utc()", "True"),
        ] as [(String, String)]
    )
    func strToDatetime(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "formatDatetime",
        arguments: [
            ("format_datetime('2022-02-28', '%Y%m%d')", "20220228"),
            ("format_datetime('2022-02-28T10:11:12.345Z', '%s')", "1646043072"),
            ("format_datetime('2022-02-28T10:11:12.345Z', '%ms')", "1646043072345"),
            ("format_datetime('2022-02-28T10:11:12.345Z', '%s_as_float')", "1646043072.345"),
            ("format_datetime('2022-02-28T10:11:12.345Z', '%epoch_microseconds')", "1646043072345000"),
            ("format_datetime('2022-02-28T10:11:12.345678Z', '%Y-%m-%dT%H:%M:%S.%_msZ')", "'2022-02-28T10:11:12.345Z'"),
            ("format_datetime(1646006400, '%Y-%m-%d')", "'2022-02-28'"),
            ("format_datetime(1646006400123, '%Y-%m-%d', '%ms')", "'2022-02-28'"),
            ("format_datetime('28/02/2022', '%Y-%m-%d', '%d/%m/%Y')", "'2022-02-28'"),
            ("format_datetime('x', '%Y-%m-%d', '%d/%m/%Y')", "!ValueError"),
            ("format_datetime(now_utc(), '%Y-%m-%d')", "'2025-07-15'"),
            ("format_datetime(today_utc(), '%Y-%m-%d')", "\"{{ format_datetime(today_utc(), '%Y-%m-%d') }}\""),
            ("format_datetime(none, '%Y-%m-%d')", "\"{{ format_datetime(none, '%Y-%m-%d') }}\""),
            ("format_datetime(1.5, '%Y-%m-%d')", "\"{{ format_datetime(1.5, '%Y-%m-%d') }}\""),
            ("format_datetime(record.missing, '%Y-%m-%d')", "!UndefinedError"),
            ("format_datetime('2022', '%Y', input_format='%Y')", "2022"),
            ("format_datetime('x', '%Y')", "!ValueError"),
            ("format_datetime('2022-02-28')", "\"{{ format_datetime('2022-02-28') }}\""),
            ("format_datetime(record.date, '%Y-%m-%d')", "'2024-01-15'"),
        ] as [(String, String)]
    )
    func formatDatetime(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "dayDelta",
        arguments: [
            ("day_delta(-1)", "'2025-07-14T10:30:00.123456+0000'"),
            ("day_delta(1, format='%Y-%m-%d')", "'2025-07-16'"),
            ("day_delta(0.5, '%Y-%m-%dT%H')", "'2025-07-15T22'"),
            ("day_delta('1')", "\"{{ day_delta('1') }}\""),
            ("day_delta(-1, '%Y%m%d')", "20250714"),
        ] as [(String, String)]
    )
    func dayDelta(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "todayWithTimezone",
        arguments: [
            ("today_with_timezone('Pacific/Tarawa')", "'2025-07-15'"),
            ("today_with_timezone('Nope/Zone')", "!UnknownTimeZoneError"),
            ("today_with_timezone('America/New_York')", "'2025-07-15'"),
        ] as [(String, String)]
    )
    func todayWithTimezone(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "duration",
        arguments: [
            ("duration('P1M') * 2", "'2 months, 0:00:00'")
        ] as [(String, String)]
    )
    func duration(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }
}
