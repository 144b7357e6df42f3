import JSON
import Manifest

/// Knows the answers by which a token endpoint says that the refresh token is of no use any more.
///
/// The fields `refresh_token_error_*` of an OAuth authenticator, or of its `refresh_token_updater`, but not of both.
/// All three must fit. Default: status 400 with `error` being `invalid_grant` or `invalid_permissions`.
struct TokenRejection: Sendable, Equatable {
    private static let statusCodes = Field(
        "refresh_token_error_status_codes",
        .list(.integer),
        "Statuses of an answer that refuses the refresh token; 400 when none of the three fields is set."
    )
    private static let key = Field(
        "refresh_token_error_key",
        .string,
        "Name of the error in such an answer; `error` when none of the three fields is set."
    )
    private static let values = Field(
        "refresh_token_error_values",
        .list(.string),
        "Errors that refuse the refresh token; `invalid_grant` and `invalid_permissions` when none of the three is set."
    )
    static let fields = [statusCodes, key, values]

    let statusCodes: [Int]
    let key: String
    let values: [String]

    static func faults(in mapping: ManifestMapping, updater: ManifestMapping) -> [FieldFault] {
        func isSet(_ mapping: ManifestMapping) -> Bool {
            fields.contains { mapping[$0.name]?.isTruthy ?? false }
        }
        guard isSet(mapping), isSet(updater) else { return [] }
        let message = "the fields refresh_token_error_* stand in the authenticator and in its refresh_token_updater"
        return [FieldFault(RefreshTokenUpdater.field.name, message, fix: "keep them in one place")]
    }

    init(
        statusCodes: [Int] = [400],
        key: String = "error",
        values: [String] = ["invalid_grant", "invalid_permissions"]
    ) {
        self.statusCodes = statusCodes
        self.key = key
        self.values = values
    }

    init(_ reader: ComponentReader) {
        let own = reader.node.json.object ?? [:]
        let updater = reader.value(RefreshTokenUpdater.field)?.object ?? [:]
        let found = [updater, own].first { mapping in
            Self.fields.contains { mapping[$0.name].map(Self.isSet) ?? false }
        }
        guard let found else {
            self.init()
            return
        }
        self.init(
            statusCodes: found[Self.statusCodes.name]?.array?.compactMap(\.integer) ?? [],
            key: found[Self.key.name]?.string ?? "",
            values: found[Self.values.name]?.array?.compactMap(\.string) ?? []
        )
    }

    private static func isSet(_ value: JSONValue) -> Bool {
        value.array.map { !$0.isEmpty } ?? value.string.map { !$0.isEmpty } ?? false
    }

    /// Whether an answer refuses the refresh token.
    func covers(status: Int, body: JSONValue?) -> Bool {
        guard statusCodes.contains(status), let error = body?.object?[key]?.string else { return false }
        return values.contains(error)
    }
}
