import Config
import JSON
import Synchronization

/// What became of the configurations that a program handed over.
///
/// A refresh token that works once makes the configuration it came in useless. A program that hands over the same one to
/// the next call, as a check before a read does, means the one that replaced it.
final class ConfigurationMemory: Sendable {
    /// Configurations that are remembered; more of them are forgotten together.
    private static let most = 64

    /// The replacements by the text of what was handed over.
    private let replacements = Mutex<[String: JSONObject]>([:])

    /// What replaced a configuration; nil while nothing did.
    func replacement(of config: JSONObject) -> JSONObject? {
        replacements.withLock { $0.isEmpty ? nil : $0[JSONValue.object(config).text] }
    }

    /// Notes what replaces a configuration.
    func replace(_ config: JSONObject, by other: JSONObject) {
        let key = JSONValue.object(config).text
        replacements.withLock { replacements in
            if replacements.count >= Self.most, replacements[key] == nil { replacements = [:] }
            replacements[key] = other
        }
    }
}
