import Config
import Diagnostics
import JSON
import ManifestEngine
import Synchronization

/// Saves in the configuration file what a run changes of it: new tokens, and what migrations of the manifest change.
///
/// Only changed values are written, in the file's own layout. Strings with environment variables stay as they were
/// written unless `--update-config` says otherwise, and values of `--set` never get into the file.
final class ConfigUpdate: ConfigStore {
    /// What is written.
    enum Mode {
        case nothing
        /// Tokens that were renewed, and then migrations too, which the places of the tokens may depend on.
        case tokens
        /// Everything that changes, migrations at the start.
        case all
    }

    private struct State {
        /// The file as it was seen last.
        var text: [UInt8] = []
        /// What was read from it at the start: variables put in, single values set over it.
        var read: JSONObject = [:]
        /// What migrations made of that, until it is written.
        var migrated: JSONObject?
        /// What the run works with.
        var inForce: JSONObject?
        var isLost = false
        var hasWarned = false
        var hasTold = false
        var failure: (any Error)?
    }

    private let path: String?
    private let mode: Mode
    private let overrides: [String]
    /// Whether the message with the new configuration is written, for the caller to store.
    private let isHandedOut: Bool
    private let environment: [String: String]
    private let state = Mutex(State())

    init(_ options: ConfigOptions?, isHandedOut: Bool, environment: [String: String]) {
        path = options?.config.flatMap { $0 == "-" ? nil : $0 }
        mode = options?.updateConfig.map { $0 ? .all : .nothing } ?? .tokens
        overrides = options?.set ?? []
        self.isHandedOut = isHandedOut
        self.environment = environment
    }

    /// Why the file could not be written; nil while all is well.
    var failure: (any Error)? { state.withLock { $0.failure } }

    // MARK: The start of a run

    /// The configuration: the text of the file, variables put in, single values set over it.
    func read(_ bytes: [UInt8], name: String) throws -> ConfigInput {
        let config = try parse(bytes, name: name)
        state.withLock { state in
            state.text = bytes
            state.read = config.values
        }
        return config
    }

    /// The configuration in a file that was valid when it was first read.
    private func parseAgain(_ bytes: [UInt8], name: String) throws -> ConfigInput {
        let config = try parse(bytes, name: name)
        if config.faults.hasErrors { throw ManifestFault(config.faults) }
        return config
    }

    private func parse(_ bytes: [UInt8], name: String) throws -> ConfigInput {
        try ConfigFile.read(TextEncoding.utf8(bytes), name: name, environment: environment, overrides: overrides)
    }

    /// Takes what the manifest made of the configuration.
    func begin(read: JSONObject, migrated: JSONObject?, inForce: JSONObject) {
        state.withLock { state in
            state.read = read
            state.migrated = migrated
            state.inForce = inForce
            state.inForce?[ConfigFile.injectedManifestKey] = nil
            if mode == .all, migrated != nil, let path { keep(inForce, in: path, &state) }
        }
    }

    // MARK: Writing

    /// Writes what a run changed; without effect before `begin`.
    ///
    /// - Returns: the file, the first time that something was written into it.
    func store(_ config: JSONObject) -> String? {
        state.withLock { state in
            guard mode != .nothing, !state.isLost, let path, state.inForce != nil else { return nil }
            keep(config, in: path, &state)
            guard state.failure == nil, !state.hasTold else { return nil }
            state.hasTold = true
            return path
        }
    }

    private func keep(_ config: JSONObject, in path: String, _ state: inout State) {
        do {
            let text = try Files.read(path, role: "configuration")
            // Changes by others in the meantime stay.
            _ = try parseAgain(text, name: path)
            var edit = JSONTextEdit(Self.editable(text))
            if let migrated = state.migrated { edit.apply(from: .object(state.read), to: .object(migrated)) }
            edit.apply(from: .object(state.inForce ?? config), to: .object(config))
            if edit.bytes != text {
                try ReplaceableFile(path).replace(with: String(decoding: edit.bytes, as: UTF8.self))
            }
            state.text = edit.bytes
            state.migrated = nil
            state.inForce = config
            state.failure = nil
        } catch {
            state.failure = error
        }
    }

    // MARK: Tokens that work once

    func changedConfig() -> JSONObject? {
        guard let path, let text = try? Files.read(path, role: "configuration") else { return nil }
        return state.withLock { state in
            guard text != state.text, let config = try? parseAgain(text, name: path) else { return nil }
            state.text = text
            return config.values
        }
    }

    func prepareRotation(of place: [String]) throws {
        guard let loss = loss(of: place) else {
            if let path { ReplaceableFile(path).sweep() }
            return state.withLock { $0.isLost = false }
        }
        let isFirst = state.withLock { state in
            defer { state.hasWarned = true }
            state.isLost = true
            return !state.hasWarned
        }
        guard isHandedOut || mode == .nothing else { throw loss.failure }
        if isFirst { warn(loss.warning(isHandedOut: isHandedOut)) }
    }

    /// Why a new token would not be kept; nil when it is.
    private func loss(of place: [String]) -> TokenLoss? {
        if mode == .nothing { return .isTurnedOff }
        guard let path else { return .hasNoFile }
        let sets = overrides.compactMap { try? ConfigOverride($0).path }
        if sets.contains(where: { place.starts(with: $0) || $0.starts(with: place) }) { return .isSet(place) }
        if let obstacle = ReplaceableFile(path).obstacle { return .cannotBeWritten(path, obstacle) }
        return mode != .all && isVariable(place) ? .isVariable(place) : nil
    }

    /// The text as it is edited: a byte order mark stays, wide encodings become UTF-8.
    private static func editable(_ text: [UInt8]) -> [UInt8] {
        text.starts(with: [0xEF, 0xBB, 0xBF]) ? text : TextEncoding.utf8(text)
    }

    private func isVariable(_ place: [String]) -> Bool {
        let text = state.withLock { String(decoding: TextEncoding.utf8($0.text), as: UTF8.self) }
        let written = place.reduce(try? JSONValue(parsing: text)) { $0?[$1] }
        return written?.string?.replacing("$${", with: "").contains("${") ?? false
    }

    /// Reports a loss; set once, before the run.
    private let warning = Mutex<@Sendable (String) -> Void>({ _ in })

    private func warn(_ text: String) { warning.withLock { $0 }(text) }

    /// Sets how lost tokens are reported.
    func onWarning(_ tell: @escaping @Sendable (String) -> Void) { warning.withLock { $0 = tell } }
}
