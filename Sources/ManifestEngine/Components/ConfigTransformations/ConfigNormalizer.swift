package import JSON
package import Jinja

/// A configuration after the manifest's rules.
package struct NormalizedConfig: Sendable, Equatable {
    /// What the run works with: migrated and transformed.
    package let inForce: JSONObject
    /// The migrated configuration, for the caller to store; nil when the migrations changed nothing.
    package let migrated: JSONObject?
}

/// Brings a configuration into the form that the manifest expects.
package enum ConfigNormalizer {
    /// Applies the rules of a spec: migrations first, then transformations.
    ///
    /// Whether a migration changed anything is found by comparing all of the configuration, at every depth. An empty
    /// configuration stays as it is.
    ///
    /// - Parameter makeScope: makes a scope for templates from a configuration.
    /// - Throws: what a template or a path throws.
    package static func normalize(
        _ config: JSONObject,
        by spec: Spec,
        makeScope: (JSONObject) -> Scope
    ) throws -> NormalizedConfig {
        guard !config.isEmpty, let rules = spec.rules else { return NormalizedConfig(inForce: config, migrated: nil) }
        let scope = makeScope(config)
        var changed = config
        for migration in rules.migrations { try migration.migrate(&changed, in: scope) }
        let migrated = JSONValue.object(changed) == .object(config) ? nil : changed
        for transformation in rules.transformations { try transformation.transform(&changed, in: scope) }
        return NormalizedConfig(inForce: changed, migrated: migrated)
    }
}
