import Diagnostics
import JSON
import Synchronization

/// Hands a configuration that changes to the caller, who keeps it for the next time.
final class ConfigurationKeeper: ConfigStore {
    private let onChange: (@Sendable (Configuration) throws -> Void)?
    private let lastFailure = Mutex<(any Error)?>(nil)

    init(_ onChange: (@Sendable (Configuration) throws -> Void)?) { self.onChange = onChange }

    /// Why the last change could not be kept; nil while all is well.
    var failure: (any Error)? { lastFailure.withLock { $0 } }

    /// Hands over a configuration.
    func keep(_ config: JSONObject) {
        guard let onChange else { return }
        let failure: (any Error)?
        do {
            try onChange(Configuration(config))
            failure = nil
        } catch {
            failure = error
        }
        lastFailure.withLock { $0 = failure }
    }

    func changedConfig() -> JSONObject? { nil }

    func prepareRotation(of place: [String]) throws {
        guard onChange == nil else { return }
        throw EngineFailure(
            .config,
            "The access token is about to be renewed, after which the refresh token may not work again; the new one would "
                + "be lost, as 'onConfigurationChange' of the connector's options is not set. Set it, and keep the "
                + "configuration that it gets."
        )
    }
}
