import JSON
import Manifest

/// Recognizes the responses by which a token endpoint says that the refresh token is no longer valid.
///
/// The fields `refresh_token_error_*` of an OAuth authenticator, or of its `refresh_token_updater`, but not of both.
/// All three must fit. Default: status 400 with `error` being `invalid_grant` or `invalid_permissions`.
struct TokenRejection: Sendable, Equatable {
    private static let statusCodes = Field(
        "refresh_token_error_status_codes",
        .list(.integer),
        default: [400],
        "Statuses of a response that rejects the refresh token."
    )
    private static let key = Field(
        "refresh_token_error_key",
        .string,
        default: "error",
        "Name of the error in such a response."
    )
    private static let values = Field(
        "refresh_token_error_values",
        .list(.string),
        default: ["invalid_grant", "invalid_permissions"],
        "Errors that reject the refresh token. The defaults apply while none of the three fields is set."
    )
    static let fields = [statusCodes, key, values]

    let statusCodes: [Int]
    let key: String
    let values: [String]

    static func faults(in mapping: ManifestMapping, updater: ManifestMapping) -> [FieldFault] {
        guard isSet(in: mapping), isSet(in: updater) else { return [] }
        let message =
            "the fields refresh_token_error_* are set both in the authenticator and in its refresh_token_updater"
        return [FieldFault(RefreshTokenUpdater.field.name, message, fix: "keep them in one place")]
    }

    init(_ reader: ComponentReader) {
        let readers = [reader.object(RefreshTokenUpdater.field), reader].compactMap { $0 }
        let set = readers.first { Self.isSet(in: $0.mapping) }
        statusCodes = Self.value(Self.statusCodes, set)?.array?.compactMap(\.integer) ?? []
        key = Self.value(Self.key, set)?.string ?? ""
        values = Self.value(Self.values, set)?.array?.compactMap(\.string) ?? []
    }

    /// What a field says where some of the three are set; their defaults hold only while none is.
    private static func value(_ field: Field, _ reader: ComponentReader?) -> JSONValue? {
        guard let reader else { return field.defaultValue }
        return reader.has(field) ? reader.value(field) : nil
    }

    private static func isSet(in mapping: ManifestMapping) -> Bool {
        fields.contains { mapping[$0.name]?.isTruthy ?? false }
    }

    /// Whether a response rejects the refresh token.
    func covers(status: Int, body: JSONValue?) -> Bool {
        guard statusCodes.contains(status), let error = body?.object?[key]?.string else { return false }
        return values.contains(error)
    }
}
