import Testing

/// Methods and attributes of dates, with the results of the reference.
@Suite("Methods of dates")
struct DateMethodsTests {
    @Test(
        "dates",
        arguments: [
            ("now_utc().strftime('%Y-%m-%dT%H:%M:%SZ')", "'2025-07-15T10:30:00Z'"),
            ("now_utc().strftime('%Y%m%d')", "20250715"),
            ("now_utc().strftime('%s')", "1752575400"),
            ("now_utc().strftime('%e %-d %j %U %b %p')", "'15 15 196 28 Jul AM'"),
            ("now_utc().strftime(5)", "'{{ now_utc().strftime(5) }}'"),
            ("now_utc().strftime()", "'{{ now_utc().strftime() }}'"),
            ("now_utc().year", "2025"),
            ("now_utc().month + 1", "8"),
            ("now_utc().microsecond", "123456"),
            ("now_utc().isoformat()", "'2025-07-15T10:30:00.123456+00:00'"),
            ("now_utc().isoformat(' ')", "'2025-07-15 10:30:00.123456+00:00'"),
            ("now_utc().isoformat(timespec='seconds')", "'2025-07-15T10:30:00+00:00'"),
            ("now_utc().isoformat(timespec='milliseconds')", "'2025-07-15T10:30:00.123+00:00'"),
            ("now_utc().isoformat(sep=' ', timespec='minutes')", "'2025-07-15 10:30+00:00'"),
            ("now_utc().date()", "'2025-07-15'"),
            ("now_utc().timestamp()", "1752575400.123456"),
            ("now_utc().timestamp() | int", "1752575400"),
            ("now_utc().weekday()", "1"),
            ("now_utc().isoweekday()", "2"),
            ("now_utc().replace(day=1)", "'2025-07-01 10:30:00.123456+00:00'"),
            ("now_utc().replace(day=1, hour=0, minute=0, second=0, microsecond=0)", "'2025-07-01 00:00:00+00:00'"),
            ("now_utc().replace(day=40)", "!ValueError"),
            ("now_utc().replace(tzinfo=None)", "'2025-07-15 10:30:00.123456'"),
            ("today_utc().strftime('%d/%m/%y')", "'15/07/25'"),
            ("today_utc().isoformat()", "'2025-07-15'"),
            ("today_utc().replace(month=1)", "'2025-01-15'"),
            ("today_utc().year", "2025"),
            ("today_utc().hour", "''"),
            ("now_utc().nope", "''"),
        ] as [(String, String)]
    )
    func dates(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "spans of time",
        arguments: [
            ("duration('P1D')", "'1 day, 0:00:00'"),
            ("duration('P1DT2H')", "'1 day, 2:00:00'"),
            ("duration('-P1D')", "'-1 day, 0:00:00'"),
            ("duration('P1Y2M')", "'1 years, 2 months, 0:00:00'"),
            ("duration('1D')", "!ISO8601Error"),
            ("duration(5)", "'{{ duration(5) }}'"),
            ("duration('P1D') * 2", "'2 days, 0:00:00'"),
            ("duration('P1D') / 2", "'12:00:00'"),
            ("duration('P1D') / duration('PT1H')", "24.0"),
            ("duration('P1D') // duration('PT5H')", "4"),
            ("duration('P1D') * 1.5", "'1 day, 12:00:00'"),
            ("duration('P1D') + duration('P1M')", "'1 month, 1 day, 0:00:00'"),
            ("duration('P1M') - duration('P1D')", "'1 month, -1 day, 0:00:00'"),
            ("duration('P1D').days", "1"),
            ("duration('P1D').total_seconds()", "86400.0"),
            ("duration('P1D') > duration('PT1H')", "True"),
            ("-duration('P1D')", "'-1 day, 0:00:00'"),
            ("duration('P1M') * 2", "'2 months, 0:00:00'"),
        ] as [(String, String)]
    )
    func spans(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }
}
