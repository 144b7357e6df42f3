import Testing

@Suite("Fields in the check of a manifest")
struct ManifestCheckerFieldsTests {
    private static let login =
        "type: OAuthAuthenticator, token_refresh_endpoint: http://api/token, client_id: a, client_secret: b, "
        + "refresh_token: c"

    private static func updater(_ fields: String) -> String {
        let login = "\(login), refresh_token_updater: {\(fields)}"
        return ManifestCheckerTests.manifest(requester: "url: http://api, authenticator: {\(login)}")
    }

    static let rows = [
        CheckerRow(
            updater("①acess_token_config_path: [token]"),
            .warning,
            "unknown-field",
            "'refresh_token_updater' has no field 'acess_token_config_path'",
            "did you mean 'access_token_config_path'?"
        ),
        CheckerRow(
            updater("access_token_config_path: ①[]"),
            .error,
            "invalid-value",
            "'access_token_config_path' needs at least 1 element, found 0",
            "add a string"
        ),
        CheckerRow(
            updater("refresh_token_name: ①5"),
            .error,
            "wrong-type",
            "'refresh_token_name' must be a string",
            "put it in quotes: \"5\""
        ),
        CheckerRow(
            CheckerRow.cursor(rest: "clamping: {target: DAY, ①target_detail: {}}"),
            .warning,
            "unknown-field",
            "'clamping' has no field 'target_detail'",
            "did you mean 'target_details'?"
        ),
        CheckerRow(
            CheckerRow.cursor(rest: "clamping: ①{target_details: {}}"),
            .error,
            "missing-field",
            "'clamping' needs 'target'",
            "add 'target': a string"
        ),
        CheckerRow(
            CheckerRow.cursor(rest: "clamping: {target: WEEK, target_details: {weekday: ①MODNAY}}"),
            .error,
            "invalid-combination",
            "'MODNAY' is not a weekday",
            "did you mean 'MONDAY'?"
        ),
        CheckerRow(
            CheckerRow.cursor(rest: "clamping: {target: ①DAX}"),
            .error,
            "invalid-value",
            "'DAX' is not a target of 'clamping'",
            "did you mean 'DAY'?"
        ),
        CheckerRow(
            CheckerRow.cursor(rest: "clamping: ①{target: WEEK}"),
            .error,
            "invalid-combination",
            "'clamping' by WEEK needs 'target_details' with a 'weekday'",
            "add one of: MONDAY"
        ),
    ]

    @Test("reports names inside objects that have no type", arguments: rows)
    func faults(_ row: CheckerRow) throws { try row.check() }

    @Test("a spec may say more about a sign-in than the language knows, with a warning")
    func advancedAuth() throws {
        let auth = "auth_flow_type: oauth2.0, ①predicat_key: [a], oauth_config_specification: {}"
        let parts = ManifestCheckerTests.manifest().split(separator: "{type: object}}", maxSplits: 1)
        let sample = parts.joined(separator: "{type: object}, advanced_auth: {\(auth)}}")
        let message = "'advanced_auth' has no field 'predicat_key'"
        try CheckerRow(sample, .warning, "unknown-field", message, "did you mean 'predicate_key'?").check()
    }
}
