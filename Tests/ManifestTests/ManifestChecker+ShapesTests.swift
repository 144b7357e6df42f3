import ManifestEngine
import TestSupport
import Testing

@Suite("Shapes in the check of a manifest")
struct ManifestCheckerShapesTests {
    private static func requester(_ fields: String) -> String {
        ManifestCheckerTests.manifest(requester: "url: http://api, \(fields)")
    }

    private static let durations = [
        CheckerRow(
            CheckerRow.cursor(
                rest: "step: ①P1X, cursor_granularity: P1D, start_time_option: {inject_into: header, field_name: a}"
            ),
            .error,
            "invalid-value",
            "'step' is 'P1X', which is not a duration",
            "write one such as P1D"
        ),
        CheckerRow(
            CheckerRow.cursor(rest: "lookback_window: ①1 day"),
            .error,
            "invalid-value",
            "'lookback_window' is '1 day', which is not a duration",
            "write one"
        ),
        CheckerRow(
            CheckerRow.cursor(rest: "lookback_window: ①-P1D"),
            .error,
            "invalid-value",
            "'lookback_window' is '-P1D', which is not a duration",
            "write one"
        ),
        CheckerRow(
            ManifestCheckerTests.manifest(
                rest: "api_budget: {type: HTTPAPIBudget, policies: [{type: FixedWindowCallRatePolicy, period: ①P1M, "
                    + "call_limit: 1, matchers: []}]}"
            ),
            .error,
            "invalid-value",
            "'period' is 'P1M', which is not a fixed duration",
            "write days"
        ),
    ]

    private static let dates = [
        CheckerRow(
            CheckerRow.cursor(format: "①\"%Q\"", start: "\"{{ config.start }}\""),
            .error,
            "invalid-value",
            "'datetime_format' cannot be used for reading: 'Q' is a bad directive in format '%Q'",
            "write directives of strptime"
        ),
        CheckerRow(
            CheckerRow.cursor(
                format: "①\"%Q\"",
                start: "{datetime: \"2024-01-01\", datetime_format: \"%Y-%m-%d\"}"
            ),
            .warning,
            "invalid-value",
            "'datetime_format' cannot be used for reading",
            "write directives of strptime"
        ),
        CheckerRow(
            CheckerRow.cursor(start: "{datetime: \"2024-01-01\", datetime_format: ①\"%Q\"}"),
            .error,
            "invalid-value",
            "'datetime_format' cannot be used for reading",
            "write directives of strptime"
        ),
        CheckerRow(
            CheckerRow.cursor(rest: "cursor_datetime_formats: [\"%s\", ①\"%Q\"]"),
            .warning,
            "invalid-value",
            "'cursor_datetime_formats' cannot be used for reading",
            "write directives of strptime"
        ),
        CheckerRow(
            CheckerRow.cursor(start: "①01/02/2024"),
            .error,
            "invalid-value",
            "'start_datetime' is '01/02/2024', which does not match the format '%Y-%m-%d'",
            "write it in that format"
        ),
        CheckerRow(
            CheckerRow.cursor(start: "{datetime: \"2024-01-01\", min_datetime: ①01/02/2024}"),
            .error,
            "invalid-value",
            "'min_datetime' is '01/02/2024'",
            "write it in that format"
        ),
        CheckerRow(
            CheckerRow.cursor(rest: "end_datetime: ①01/02/2024"),
            .warning,
            "invalid-value",
            "'end_datetime' is '01/02/2024'",
            "write it in that format"
        ),
    ]

    private static let login = CheckerRow(
        requester(
            "authenticator: {type: OAuthAuthenticator, access_token_value: a, client_id: a, client_secret: b, "
                + "refresh_token: c, token_expiry_date: ①soon}"
        ),
        .error,
        "invalid-value",
        "'token_expiry_date' is 'soon', which is not a date",
        "write one such as"
    )

    private static let numbers = [
        CheckerRow(
            requester("error_handler: {backoff_strategies: [{type: ExponentialBackoffStrategy, factor: ①ten}]}"),
            .warning,
            "not-a-number",
            "'factor' must be a number, found 'ten'",
            "write a number, or a template"
        ),
        CheckerRow(
            requester(
                "error_handler: {backoff_strategies: [{type: WaitTimeFromHeader, header: h, "
                    + "max_waiting_time_in_seconds: ①ten}]}"
            ),
            .error,
            "not-a-number",
            "'max_waiting_time_in_seconds' must be a number, found 'ten'",
            "write a number, or a template"
        ),
        CheckerRow(
            CheckerRow.paginator("type: OffsetIncrement, page_size: ①0"),
            .error,
            "invalid-combination",
            "'page_size_option' needs a page size other than 0",
            "add 'page_size'"
        ),
        CheckerRow(
            CheckerRow.paginator("type: PageIncrement, page_size: ①-1"),
            .warning,
            "out-of-range",
            "'page_size' is -1; it must be 0 or more",
            "write 0 or more"
        ),
        CheckerRow(
            CheckerRow.paginator("type: PageIncrement, page_size: ①\"-1\""),
            .warning,
            "out-of-range",
            "'page_size' is -1; it must be 0 or more",
            "write 0 or more"
        ),
        CheckerRow(
            CheckerRow.paginator("type: PageIncrement, page_size: ①ten"),
            .error,
            "not-a-number",
            "'page_size' must be an integer, found 'ten'",
            "write an integer, or a template"
        ),
        CheckerRow(
            requester("read_timeout_in_seconds: ①0"),
            .error,
            "out-of-range",
            "'read_timeout_in_seconds' is 0; it must be more than 0",
            "write more than 0"
        ),
        CheckerRow(
            requester("error_handler: {max_retries: ①-1}"),
            .warning,
            "out-of-range",
            "'max_retries' is -1",
            "write 0 or more"
        ),
    ]

    private static let others = [
        CheckerRow(
            requester("error_handler: {backoff_strategies: [{type: WaitTimeFromHeader, header: h, regex: ①\"(\"}]}"),
            .warning,
            "invalid-pattern",
            "'regex' is not a valid regular expression: (",
            ""
        ),
        CheckerRow(
            ManifestCheckerTests.manifest(
                rest: "api_budget: {type: HTTPAPIBudget, policies: [{type: UnlimitedCallRatePolicy, "
                    + "matchers: [{url_path_pattern: ①\"(\"}]}]}"
            ),
            .error,
            "invalid-pattern",
            "'url_path_pattern' is not a valid regular expression: (",
            ""
        ),
        CheckerRow(
            ManifestCheckerTests.manifest(
                selector: "extractor: {field_path: []}, record_filter: {condition: ①record.a}"
            ),
            .warning,
            "constant-condition",
            "'condition' contains no expression",
            "write \"{{ record.a }}\""
        ),
        CheckerRow(
            ManifestCheckerTests.manifest(
                stream: "transformations: [{type: AddFields, fields: [{path: ①[], value: a}]}]"
            ),
            .error,
            "invalid-value",
            "'path' needs at least 1 element, found 0",
            "add a string"
        ),
    ]

    @Test("refuses and warns with place and remedy", arguments: durations + dates + numbers + others + [login])
    func faults(_ row: CheckerRow) throws { try row.check() }

    /// The manifests of the tests above and below; that the streams cannot be made is an error, all else at most a warning.
    @Test("refuses what the reference refuses", arguments: try RecordedTable.rows("severities"))
    func severities(_ row: RecordedRow) throws {
        let found = try Manifest.inspect(Array(row.input.utf8), name: "m.yaml").diagnostics.all
        #expect(found.contains { $0.severity == .error } == row.expected.hasPrefix("!"), "\(found.map(\.headline))")
    }

    @Test(
        "leaves alone what depends on the configuration, and what means none",
        arguments: [
            CheckerRow.cursor(start: "\"{{ config.start }}\"", rest: "end_datetime: \"\""),
            CheckerRow.cursor(rest: "lookback_window: \"P{{ config.days }}D\""),
            CheckerRow.cursor(rest: "lookback_window: \"\""),
            CheckerRow.paginator("type: OffsetIncrement, page_size: \"{{ config.size }}\""),
            requester("error_handler: {max_retries: \"{{ config.retries }}\"}"),
            CheckerRow.paginator("type: OffsetIncrement, page_size: \"\"", hasSizeOption: false),
            CheckerRow.cursor(rest: "clamping: {target: DAY, target_details: {weekday: MODNAY}}"),
            ManifestCheckerTests.manifest(rest: "max_concurrent_async_job_count: ten"),
        ]
    )
    func none(_ sample: String) throws {
        #expect(try Manifest.inspect(Array(sample.utf8), name: "m.yaml").diagnostics.all.map(\.headline).isEmpty)
    }
}
