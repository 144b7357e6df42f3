package import Config
package import Dates
package import Diagnostics
import JSON
import Jinja
import Manifest

/// A configuration as a manifest takes it: strings converted as the specification says, secrets hidden, migrated.
package struct PreparedConfig: Sendable {
    /// The configuration as it was read, the strings from `--set` and variables converted.
    package let input: ConfigInput
    let inForce: JSONObject
    /// The migrated configuration; nil when the migrations changed nothing.
    let migrated: JSONObject?
    /// Places of secrets that are too short to be hidden.
    let bareSecrets: [String]
    /// Everything that is wrong with it; nil when it is valid.
    package let fault: ManifestFault?

    /// - Parameters:
    ///   - spec: of the manifest; nil when it has none, or none that can be read.
    ///   - secrets: gets the secrets of the configuration.
    /// - Throws: what a rule of the specification throws, or the variables that are not set.
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
        // Messages about a configuration may show its values.
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
