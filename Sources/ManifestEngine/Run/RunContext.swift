package import Dates
package import Diagnostics
package import HTTP
package import JSON
package import Jinja
package import Manifest
import Synchronization

/// What everything that runs shares: configuration, network, time, and where messages go.
package final class RunContext: Sendable {
    package let transport: any HTTPTransport
    package let clock: any EngineClock
    package let messages: any MessageSink
    package let options: RunOptions
    /// The folder of the manifest, for files that it names; empty for the working directory.
    package let manifestFolder: String
    /// Keeps new tokens for the next run; nil when they are not kept.
    package let configStore: (any ConfigStore)?
    package let environment: TemplateEnvironment
    /// Values that never appear in logs and errors.
    package let secrets: SecretMask
    /// Which hosts get credentials.
    package let hosts: CredentialHosts
    /// Access tokens that were fetched in this run.
    package let tokens = TokenStore()
    /// How often lines of one kind were logged.
    let repetition = LogRepetition()
    private let storedConfig: Mutex<StoredConfig>
    /// What templates of the manifest change for each other.
    private let changes: ChangedVariables
    private let shared: SharedValues

    /// The configuration and its form for templates, made once for each change.
    private struct StoredConfig {
        var members: JSONObject { didSet { shared = SharedConfig.make(members) } }
        private(set) var shared: JSONValue

        init(_ members: JSONObject) {
            self.members = members
            shared = SharedConfig.make(members)
        }
    }

    package init(
        config: JSONObject,
        transport: any HTTPTransport,
        clock: any EngineClock,
        messages: any MessageSink,
        secrets: SecretMask = SecretMask(),
        hosts: CredentialHosts? = nil,
        options: RunOptions = RunOptions(),
        manifestFolder: String = "",
        configStore: (any ConfigStore)? = nil,
        changes: ChangedVariables = ChangedVariables(),
        random: @escaping @Sendable () -> UInt64 = { UInt64.random(in: .min ... .max) }
    ) {
        self.changes = changes
        shared = SharedValues(config: DictObject(config))
        self.transport = transport
        self.clock = clock
        self.messages = messages
        self.secrets = secrets
        self.hosts = hosts ?? CredentialHosts(secrets: secrets)
        self.options = options
        self.manifestFolder = manifestFolder
        self.configStore = configStore
        environment = TemplateEnvironment(now: { clock.now() }, random: random)
        storedConfig = Mutex(StoredConfig(config))
    }

    /// The configuration in force; a token refresh changes it.
    package var config: JSONObject { storedConfig.withLock { $0.members } }

    /// Changes the configuration and returns the new one.
    @discardableResult
    package func updateConfig(_ change: (inout JSONObject) -> Void) -> JSONObject {
        let (before, after) = storedConfig.withLock { config in
            let before = config.members
            change(&config.members)
            return (before, config.members)
        }
        shared.changeConfig { config in
            for name in before.keys where after[name] == nil { config[name] = nil }
            for (name, value) in after where before[name] != value { config[name] = Value(value) }
        }
        return after
    }

    /// Whether templates change variables in place that others see, so that their order matters.
    var sharesValues: Bool { changes.areNoted }

    /// A fresh scope for templates, with the configuration in it and no parameters; each task needs its own.
    package func makeScope() -> Scope {
        let config = Value(storedConfig.withLock { $0.shared })
        let scope = Scope(environment: environment, config: config, parameters: Value(Self.noParameters))
        if sharesValues { scope.share(shared, config: .config) }
        return scope
    }

    /// What templates of a component without `$parameters` see as `parameters`.
    private static let noParameters = SharedConfig.make([:])
}
