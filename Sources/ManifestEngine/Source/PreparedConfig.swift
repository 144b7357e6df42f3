package import Config
package import Dates
package import Diagnostics
import JSON
import Jinja
import Manifest

/// A configuration as a manifest takes it: texts fitted to the types of the specification, secrets hidden, migrated.
package struct PreparedConfig: Sendable {
    /// The configuration as it was read, its texts of `--set` and of variables fitted.
    package let input: ConfigInput
    let inForce: JSONObject
    /// The migrated configuration; nil when the migrations changed nothing.
    let migrated: JSONObject?
    /// Places of secrets that are too short to be hidden.
    let bareSecrets: [String]
    /// What is wrong with it, all at once; nil when it is fine.
    package let fault: ManifestFault?

    /// - Parameters:
    ///   - spec: of the manifest; nil when it has none, or none that can be read.
    ///   - secrets: gets the secrets of the configuration.
    /// - Throws: what a rule of the specification throws; the variables that are not set, where there are some.
    package init(
        _ input: ConfigInput,
        by spec: Spec?,
        clock: any EngineClock,
        secrets: SecretMask
    ) throws {
        guard let spec else {
            (self.input, inForce, migrated, bareSecrets) = (input, input.values, nil, [])
            fault = Self.fault(input.faults)
            return
        }
        let fitted = input.fitted(to: spec.connectionSpecification)
        // What is wrong with a configuration may be told with its values.
        let bare = spec.hideSecrets(of: fitted.values, in: secrets)
        let normalized: NormalizedConfig
        do {
            let environment = TemplateEnvironment(now: { clock.now() })
            normalized = try ConfigNormalizer.normalize(fitted.values, by: spec) { config in
                Scope(environment: environment, config: Value(.object(config)), parameters: Value(.object([:])))
            }
        } catch {
            throw input.faults.hasErrors ? ManifestFault(input.faults) : error
        }
        self.input = fitted
        inForce = normalized.inForce
        migrated = normalized.migrated
        let isChanged = JSONValue.object(inForce) != .object(fitted.values)
        bareSecrets = isChanged ? bare + spec.hideSecrets(of: inForce, in: secrets) : bare
        fault = Self.fault(spec.faults(of: inForce, fitted))
    }

    private static func fault(_ faults: Diagnostics) -> ManifestFault? {
        faults.hasErrors ? ManifestFault(faults) : nil
    }
}
