import Testing

@Suite("Templates in the check of a manifest")
struct ManifestCheckerTemplatesTests {
    static let rows = [
        CheckerRow(
            ManifestCheckerTests.manifest(requester: "url: http://api, path: \"/{{ ①record.id }}\""),
            .warning,
            "unknown-variable",
            "the variable 'record' is not set here; evaluating this template fails",
            "Variables: config, parameters, stream_slice, stream_interval, stream_partition, next_page_token"
        ),
        CheckerRow(
            ManifestCheckerTests.manifest(requester: "url: http://api, path: \"/{{ ①confg.id }}\""),
            .warning,
            "unknown-variable",
            "templates have no variable 'confg'",
            "did you mean 'config'?"
        ),
        CheckerRow(
            ManifestCheckerTests.manifest(requester: "url: http://api, path: \"/{{ ①nowutc() }}\""),
            .warning,
            "unknown-function",
            "templates have no function 'nowutc'",
            "did you mean 'now_utc'?"
        ),
        CheckerRow(
            ManifestCheckerTests.manifest(
                requester:
                    "url: http://api, authenticator: {type: BearerAuthenticator, api_token: \"{{ ①stream_slice.t }}\"}"
            ),
            .warning,
            "unknown-variable",
            "the variable 'stream_slice' is not set here",
            "Variables: config, parameters"
        ),
        CheckerRow(
            ManifestCheckerTests.manifest(
                stream: "transformations: [{type: RemoveFields, field_pointers: [], condition: \"{{ ①record.a }}\"}]"
            ),
            .warning,
            "unknown-variable",
            "the variable 'record' is not set here",
            "Variables: config, parameters, property"
        ),
        CheckerRow(
            ManifestCheckerTests.manifest(
                stream: "transformations: [{type: AddFields, fields: [{path: [a], value: \"{{ ①value }}\"}]}]"
            ),
            .warning,
            "unknown-variable",
            "the variable 'value' is not set here",
            "Variables: config"
        ),
    ]

    @Test("reports variables that are not set where the template is evaluated", arguments: rows)
    func faults(_ row: CheckerRow) throws { try row.check() }
}
