import Diagnostics
package import JSON
import JSONSchema

/// A single value that is set over a configuration, such as `credentials.region=eu`.
///
/// The way to the value comes first, its names separated by points; digits are an index where there is a list. What
/// follows the first `=` is read as JSON where it can be (`5`, `true`, `null`, `[1]`, `"5"`), otherwise it is text.
package struct ConfigOverride: Sendable, Equatable {
    /// The code of all faults of overrides.
    package static let faultCode = "bad-override"

    package let path: [String]
    package let value: JSONValue
    /// The value as written.
    let text: String

    /// The way as steps into the configuration; digits may be an index or a name, and count as a name here.
    var steps: ConfigInput.Path { path.map(ConfigInput.Path.Element.key) }

    /// Reads an override; throws `ManifestFault` when there is no `=` or a name is empty.
    package init(_ text: String) throws {
        guard let mark = text.firstIndex(of: "=") else {
            // What follows may be a secret.
            let name = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
            throw Self.fault("'\(name)\(name.count < text.count ? "…" : "")' sets nothing: there is no '='")
        }
        path = text[..<mark].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard !path.contains("") else {
            throw Self.fault("'\(text[..<mark])' is not a path to a value: a name is empty")
        }
        self.text = String(text[text.index(after: mark)...])
        value = Self.value(self.text)
    }

    private static func value(_ text: String) -> JSONValue {
        guard let value = try? JSONValue(parsing: text) else { return .string(text) }
        // NaN and the like are numbers to a lenient reader only.
        if case .double(let number) = value, !number.isFinite { return .string(text) }
        return value
    }

    /// Sets the value and makes missing objects on the way; throws `ManifestFault` when something else is in the way.
    package func apply(to config: inout JSONObject) throws {
        do {
            try JSONPath.set(value, at: path, in: &config)
        } catch {
            throw Self.fault("cannot set '\(path.joined(separator: "."))': \(error.reason)")
        }
    }

    private static func fault(_ message: String) -> ManifestFault {
        ManifestFault(Diagnostic(code: faultCode, message, fix: "write a.b.c=value"))
    }
}
