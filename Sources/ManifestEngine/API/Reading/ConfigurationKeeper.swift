import Diagnostics
import JSON
import Synchronization

/// Hands a configuration that changes to the caller, who keeps it for the next time.
final class ConfigurationKeeper: ConfigStore {
    private struct State {
        /// The last configuration that this call made or took over.
        var known: JSONObject?
        var failure: (any Error)?
    }

    private let original: JSONObject
    private let memory: ConfigurationMemory
    private let onChange: (@Sendable (Configuration) throws -> Void)?
    private let state: Mutex<State>

    /// - Parameters:
    ///   - original: the configuration as it was handed over.
    ///   - memory: what became of it in other calls.
    init(
        _ original: JSONObject,
        _ memory: ConfigurationMemory,
        _ onChange: (@Sendable (Configuration) throws -> Void)?
    ) {
        self.original = original
        self.memory = memory
        self.onChange = onChange
        state = Mutex(State(known: memory.replacement(of: original)))
    }

    /// Why the last change could not be kept; nil while all is well.
    var failure: (any Error)? { state.withLock { $0.failure } }

    /// The configuration to begin with, where it is not the one that was handed over.
    var replacement: JSONObject? { state.withLock { $0.known } }

    /// Hands over a configuration.
    func keep(_ config: JSONObject) {
        memory.replace(original, by: config)
        state.withLock { $0.known = config }
        guard let onChange else { return }
        let failure: (any Error)?
        do {
            try onChange(Configuration(config))
            failure = nil
        } catch {
            failure = error
        }
        state.withLock { $0.failure = failure }
    }

    func changedConfig() -> JSONObject? {
        let current = memory.replacement(of: original)
        return state.withLock { state in
            guard current != state.known else { return nil }
            state.known = current
            return current
        }
    }

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
