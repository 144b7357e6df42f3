import Config
import Diagnostics
package import JSON
package import Jinja
package import Manifest

/// What a user configures, and what becomes of a configuration before it is used.
///
/// Manifest type `Spec`. `connection_specification` is a JSON schema that configurations are checked against.
package struct Spec: Component {
    package static let typeName = "Spec"
    package static let summary = "What a user configures."
    package static let example = """
        type: Spec
        connection_specification:
          type: object
          required: [api_key]
          properties:
            api_key: {type: string, airbyte_secret: true}
            start_date: {type: string, format: date}
        """

    private static let connectionSpecification = Field.required(
        "connection_specification",
        .verbatimMapping,
        "JSON schema of the configuration; `airbyte_secret: true` marks values that no message may show."
    )
    private static let documentationURL = Field("documentation_url", .string, "Address of a page about the source.")
    private static let advancedAuth = Field(
        "advanced_auth",
        .object(AdvancedAuth.fields),
        "How a user signs in; passed on in the SPEC message."
    )
    private static let rulesField = Field(
        "config_normalization_rules",
        .component(ComponentRegistry.configNormalizationRules),
        "Changes to configurations, and further checks of them."
    )
    package static let fields = [connectionSpecification, documentationURL, advancedAuth, rulesField]

    /// The schema as written.
    package let connectionSpecification: JSONValue
    private let documentationURL: String?
    private let advancedAuth: JSONObject?
    let rules: ConfigNormalizationRules?

    package init(_ reader: ComponentReader) throws {
        connectionSpecification = reader.value(Self.connectionSpecification) ?? .object([:])
        documentationURL = reader.optionalString(Self.documentationURL)
        advancedAuth = reader.value(Self.advancedAuth)?.object
        rules = try reader.optionalComponent(Self.rulesField, ComponentRegistry.configNormalizationRules)
    }

    /// The body of the SPEC message.
    ///
    /// Nulls right below the schema are left out.
    package var message: JSONObject {
        let schema = connectionSpecification.object ?? [:]
        var message: JSONObject = ["connectionSpecification": .object(schema.filter { !$0.value.isNull })]
        if let documentationURL, !documentationURL.isEmpty { message["documentationUrl"] = .string(documentationURL) }
        message["supportsNormalization"] = false
        message["supportsDBT"] = false
        if let advancedAuth { message["advanced_auth"] = .object(AdvancedAuth.message(advancedAuth)) }
        return message
    }

    /// Hides the secrets of a configuration.
    ///
    /// - Returns: the places of those that are too short to be hidden and were not reported before.
    func hideSecrets(of config: JSONObject, in mask: SecretMask) -> [String] {
        let found = Secrets.found(of: connectionSpecification, in: .object(config))
        return found.filter { $0.text != ConfigInput.unset && !mask.add($0.text) }.map(\.place)
    }

    /// Keys of a configuration that limit a test read and are not part of the specification.
    private static let internalKeys = ["_limit", "_page_size"]

    /// What a configuration breaks of the schema, all of it.
    ///
    /// Configurations are checked after `ConfigNormalizer`.
    func faults(of config: JSONObject, _ input: ConfigInput) -> Diagnostics {
        let checked = config.filter { !Self.internalKeys.contains($0.key) }
        return ConfigChecker(connectionSpecification, input).faults(of: checked)
    }

    /// The settings that the schema does not have, and names that the file has twice.
    func unknownSettings(of config: JSONObject, _ input: ConfigInput) -> Diagnostics {
        ConfigChecker(connectionSpecification, input).unknownSettings(of: config)
    }

    /// The names of the settings that the schema declares, in whatever branch.
    var settingNames: [String] {
        let schema = ConfigSchema(connectionSpecification)
        return ConfigSchema.names(in: schema.schemas(at: []))
    }

    /// Runs the further checks of the configuration rules; throws a configuration failure for the first that fails.
    package func validate(_ config: JSONObject, in scope: Scope) throws {
        for validator in rules?.validations ?? [] { try validator.validate(config, in: scope) }
    }
}
