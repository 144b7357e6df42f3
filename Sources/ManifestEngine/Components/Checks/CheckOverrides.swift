import Diagnostics
package import JSON
import Manifest

/// Values that replace those of the configuration while it is checked.
package struct CheckOverrides: Sendable {
    static let field = Field(
        "config_overrides",
        .settings,
        "Values that replace those of the configuration in a check, one level deep and as they are written."
    )
    /// Begins the names of settings that belong to the platform.
    private static let reserved = "__airbyte"

    package let values: JSONObject

    init(_ reader: ComponentReader) { values = reader.value(Self.field)?.object ?? [:] }

    /// No values.
    package init() { values = [:] }

    static func faults(in mapping: ManifestMapping) -> [FieldFault] {
        let entries = mapping[field.name]?.mapping?.entries ?? [:]
        return entries.filter { $0.key.hasPrefix(reserved) }.map { key, entry in
            FieldFault(
                field.name,
                "'\(key)' belongs to the platform, so every check fails",
                fix: "remove it",
                severity: .warning,
                at: entry.node
            )
        }
    }

    /// Puts the values into the configuration of a session that only checks.
    ///
    /// - Throws: a system failure for values that no check may have.
    func apply(to context: RunContext, of source: DeclarativeSource) throws {
        guard !values.isEmpty else { return }
        if let key = values.keys.first(where: { $0.hasPrefix(Self.reserved) }) {
            throw EngineFailure(
                .system,
                "'config_overrides' of the check sets '\(key)'; settings that begin with '\(Self.reserved)' belong to the "
                    + "platform. Remove it from the manifest."
            )
        }
        guard source.parts.all(RefreshTokenUpdater.self).isEmpty else {
            throw EngineFailure(
                .system,
                "'config_overrides' of the check cannot be used together with a 'refresh_token_updater', which would keep "
                    + "the replaced values. Remove one of them from the manifest."
            )
        }
        warnOfUnknown(source, context)
        _ = source.spec?.hideSecrets(of: values, in: context.secrets)
        context.updateConfig { config in config.merge(values) { $1 } }
    }

    private func warnOfUnknown(_ source: DeclarativeSource, _ context: RunContext) {
        let known = source.spec?.settingNames ?? []
        guard !known.isEmpty else { return }
        for name in values.keys where !known.contains(name) {
            context.messages.log(
                .warn,
                "'config_overrides' of the check sets '\(name)', which the spec does not declare."
            )
        }
    }
}
