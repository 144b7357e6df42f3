import Diagnostics
import JSON
import YAML

/// Reads a configuration file.
package enum ConfigFile {
    /// The key under which other runners put a manifest into the configuration.
    package static let injectedManifestKey = "__injected_declarative_manifest"

    /// The name of a configuration that no file holds.
    package static let noFile = "--set"

    /// Reads a configuration: JSON, with environment variables in its strings, then single values set over it.
    ///
    /// - Parameters:
    ///   - bytes: the JSON text, UTF-8, a byte order mark allowed; its top value is an object.
    ///   - name: the file's name, for messages.
    ///   - environment: variables by name, see `VariableSubstitution`.
    ///   - overrides: such as `credentials.region=eu`, see `ConfigOverride`.
    /// - Returns: the configuration; variables that are missing or badly written are faults of it.
    /// - Throws: `ManifestFault` with a place in the file for text that is not JSON or not an object, and without a place
    ///   for an override that cannot be applied.
    package static func read(
        _ bytes: [UInt8],
        name: String,
        environment: [String: String] = [:],
        overrides: [String] = []
    ) throws -> ConfigInput {
        let overrides = try overrides.map(ConfigOverride.init)
        let bytes = TextEncoding.utf8(bytes)
        let file = SourceFile(name: name, bytes: bytes)
        guard try parse(bytes, file).object != nil else {
            throw fault("not-an-object", "a configuration is a JSON object", file, at: 0, fix: "put { } around it")
        }
        let shown = HiddenConfig.shown(file)
        var substitution = VariableSubstitution(file: file, shown: shown, environment: environment)
        let substituted = substitution.apply()
        let places = JSONPlaces(bytes)
        let paths = Dictionary(places.entries.map { ($0.value.lowerBound, $0.path) }) { $1 }
        let missing = substitution.faults.filter { fault in
            // What --set replaces does not matter.
            !overrides.contains { paths[fault.text]?.starts(with: $0.steps) ?? false }
        }
        var config = try parse(substituted, file).object ?? [:]
        for path in missing.compactMap({ paths[$0.text] }) { config = ConfigInput.markUnset(path, in: config) }
        for override in overrides { try override.apply(to: &config) }
        let variables = substitution.wholeTexts.compactMap { offset, name in
            paths[offset].map { (path: $0, origin: ConfigInput.Origin.variable(name)) }
        }
        let set = overrides.map { (path: $0.steps, origin: ConfigInput.Origin.override($0.text)) }
        return ConfigInput(
            config,
            file: name == noFile ? nil : shown,
            places: places,
            origins: variables + set,
            faults: Diagnostics(missing.map(\.fault))
        )
    }

    private static func parse(_ bytes: [UInt8], _ file: SourceFile) throws -> JSONValue {
        do throws(JSONError) {
            return try JSONDocument(Bytes(bytes)).root.value
        } catch {
            let fix = "check commas, quotes and brackets around this place"
            throw fault("not-json", "the file is not valid JSON: \(error.message)", file, at: error.offset, fix: fix)
        }
    }

    private static func fault(
        _ code: String,
        _ message: String,
        _ file: SourceFile,
        at offset: Int,
        fix: String
    ) -> ManifestFault {
        let position = file.position(ofOffset: offset)
        let place = Place(file: HiddenConfig.shown(file), range: SourceRange(start: position, end: position))
        return ManifestFault(Diagnostic(code: code, message, place: place, fix: fix))
    }
}
