import Config
import Diagnostics
import JSON

/// What a user configures: credentials, a start date, and whatever else the manifest asks for.
///
///     let config = try Configuration(file: "config.json")
///     let other: Configuration = ["api_key": DataValue(key), "start_date": "2026-01-01T00:00:00Z"]
public struct Configuration: Sendable, ExpressibleByDictionaryLiteral {
    let input: ConfigInput

    /// Reads a JSON file.
    ///
    /// `${NAME}` inside a string is replaced by that variable, `${NAME:-default}` by the default when it is not set. A
    /// missing variable is reported when the configuration is used.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - variables: the variables by name; those of the process if nil.
    public init(file path: String, variables: [String: String]? = nil) throws(ConnectorError) {
        do {
            let bytes = try Files.read(path, role: "configuration")
            input = try ConfigFile.read(bytes, name: path, environment: variables ?? ProcessEnvironment.variables)
        } catch {
            throw ConnectorError(error, .invalidConfiguration)
        }
    }

    /// Reads a JSON text, an object, as it stands.
    public init(json text: String) throws(ConnectorError) {
        guard let members = try DataValue(json: text).json.object else {
            throw ConnectorError(.invalidConfiguration, "A configuration is a JSON object.")
        }
        input = ConfigInput(members)
    }

    /// Makes a configuration of its settings; of settings with the same name the last one counts.
    public init(dictionaryLiteral elements: (String, DataValue)...) {
        self.init(JSONObject(elements.map { ($0, $1.json) }, uniquingKeysWith: { $1 }))
    }

    /// Makes a configuration of its settings: `Configuration(["api_key": DataValue(key)])`.
    public init(_ settings: [String: DataValue]) { self.init(DataValue(settings).json.object ?? [:]) }

    init(_ members: JSONObject) { input = ConfigInput(members) }

    /// The setting of a name; nil when there is none, and null when its variable is not set.
    public subscript(name: String) -> DataValue? { input.known[name].map(DataValue.init) }

    /// The configuration as JSON text, with its secrets; a text whose variable is not set is null.
    public var json: String { JSONValue.object(input.known).text }
}
