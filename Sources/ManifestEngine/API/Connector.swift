import Config
import Diagnostics
import JSON

/// A manifest that was read and checked, ready to be run.
///
///     let connector = try Connector(manifest: "gong.yaml")
///     for try await event in connector.read(try Configuration(file: "config.json")) {
///         if case .record(let record) = event { print(record.json) }
///     }
///
/// Nothing is sent before `check`, `discover` or `read` is called, and nothing stays open between calls. A connector may
/// be used by many tasks at a time.
public struct Connector: Sendable {
    /// The problems of the manifest: warnings, and the faults of streams that cannot be read while the others
    /// can.
    public let problems: [Problem]

    /// How the network is reached, how long calls wait, and what they report.
    public var options: ConnectorOptions

    let manifest: Manifest
    /// What became of the configurations of earlier calls.
    let memory = ConfigurationMemory()

    /// Reads and checks a manifest.
    ///
    /// - Parameters:
    ///   - path: a YAML file.
    ///   - options: how calls reach the network, how long they wait, and what they report.
    /// - Throws: an error of the code `invalidManifest` with every fault, when no stream can be read because of them.
    public init(manifest path: String, options: ConnectorOptions = ConnectorOptions()) throws(ConnectorError) {
        let bytes: [UInt8]
        do { bytes = try Files.read(path, role: "manifest") } catch { throw ConnectorError(error, .file) }
        try self.init(bytes, name: path, options)
    }

    /// Reads and checks the text of a manifest.
    ///
    /// - Parameters:
    ///   - text: YAML.
    ///   - name: stands for a file name in problems.
    ///   - options: how calls reach the network, how long they wait, and what they report.
    /// - Throws: an error of the code `invalidManifest` with every fault, when no stream can be read because of them.
    public init(
        yaml text: String,
        name: String = "manifest.yaml",
        options: ConnectorOptions = ConnectorOptions()
    ) throws(ConnectorError) {
        try self.init(Array(text.utf8), name: name, options)
    }

    private init(_ bytes: [UInt8], name: String, _ options: ConnectorOptions) throws(ConnectorError) {
        let secrets = SecretMask()
        do {
            manifest = try Manifest.loadSoundStreams(bytes, name: name, secrets: secrets, python: options.python)
            var all = manifest.diagnostics
            for stream in try manifest.source().refused { all.add(contentsOf: stream.fault.diagnostics) }
            problems = all.problems(secrets)
        } catch {
            throw ConnectorError(error, .invalidManifest, secrets)
        }
        self.options = options
    }

    /// The problems of a manifest, valid or not.
    ///
    /// - Parameter path: a YAML file.
    public static func validate(manifest path: String) -> [Problem] {
        do { return try Connector(manifest: path).problems } catch { return error.problems }
    }

    /// The problems of a configuration: what the manifest does not allow, and warnings.
    ///
    /// Nothing is sent.
    public func validate(_ config: Configuration) throws(ConnectorError) -> [Problem] {
        try ConnectorCall(self, config).problems
    }

    /// What has to be configured: the manifest's JSON schema of configurations, if it has one.
    public var specification: DataValue? {
        guard let spec = try? manifest.source().spec else { return nil }
        return DataValue(spec.connectionSpecification)
    }

    // MARK: Calls

    /// Checks a configuration by reading a first record of the streams that the manifest names for this.
    ///
    /// Requests that fail are attempted again for ten seconds at most.
    ///
    /// - Throws: an error when the check cannot be made, and `CancellationError`.
    public func check(_ config: Configuration) async throws -> CheckResult {
        let call = try ConnectorCall(self, config, isCheck: true)
        return try await call.closing { try await call.check() }
    }

    /// The streams there are.
    ///
    /// Those that cannot be read because of errors in the manifest are left out; ``problems`` has these errors.
    ///
    /// - Throws: an error of the code `invalidConfiguration` when the manifest does not allow the configuration.
    public func discover(_ config: Configuration) async throws -> [StreamDescription] {
        let call = try ConnectorCall(self, config)
        return try await call.closing {
            try call.checkConfig()
            let (catalog, refused) = try await call.session.catalog()
            // Those of the manifest itself are among the problems.
            let made = refused.dropFirst(call.session.source.refused.count)
            if let failure = RefusedStream.failure(of: Array(made)) { throw failure }
            return (catalog["catalog"]?["streams"]?.array ?? []).map(StreamDescription.init)
        }
    }

    /// Reads streams; nothing happens before the first event is asked for.
    ///
    /// - Parameters:
    ///   - config: what the user configured.
    ///   - streams: names of streams, or patterns such as `call*`; all of the manifest if empty.
    ///   - state: where to begin; streams without a state are read from their start.
    public func read(
        _ config: Configuration,
        streams: [String] = [],
        state: SyncState = SyncState()
    ) -> ReadEvents {
        ReadEvents(request: ReadRequest(connector: self, config: config, streams: streams, state: state))
    }
}
