package import Dates
package import Diagnostics
package import JSON
import Synchronization

/// Where bytes go in the end: standard output, or a buffer of a test.
package protocol ByteDestination: Sendable {
    /// Writes all bytes, or throws.
    func write(_ bytes: UnsafeBufferPointer<UInt8>) throws
}

/// The one writer of a command: whole lines only, in the order they are handed over.
///
/// Small messages gather in a buffer; large runs of records are written straight from the page's own buffer.
package final class MessageOutput: MessageSink, Sendable {
    /// Which messages are written.
    package enum Format: String, Sendable, CaseIterable {
        /// Every message of the protocol.
        case messages
        /// Records only, one object a line: bare ones of one stream, with the stream's name when there are several.
        case records
    }

    private struct State {
        let buffer = Bytes(capacity: 64 * 1024)
        var lastFlush = -Double.infinity
        /// Records of each stream since its last state.
        var recordCounts: [String: Int] = [:]
        var failure: (any Error)?
    }

    /// Bytes at which the buffer is written out.
    private static let flushSize = 64 * 1024
    /// Seconds after which what is gathered is written out even if it is little.
    private static let flushInterval = 0.2

    package let format: Format
    private let destination: any ByteDestination
    private let clock: any EngineClock
    private let secrets: SecretMask
    private let logs: @Sendable (LogLevel, String) -> Void
    private let flushesAtOnce: Bool
    private let lowestLevel: LogLevel
    private let sendsLogs: Bool
    package let logsDebug: Bool
    private let onConfig: @Sendable (JSONObject) -> Void
    private let onFailure: @Sendable (_ stream: String, EngineFailure) -> Void
    private let state = Mutex(State())

    /// - Parameters:
    ///   - flushesAtOnce: true for a terminal.
    ///   - lowestLevel: lighter log messages are dropped.
    ///   - sendsLogs: false leaves out log lines and failures, for a terminal that shows them as text.
    ///   - logs: gets every log line as well, for standard error.
    ///   - onConfig: gets a configuration that changed.
    ///   - onFailure: gets each failure of a stream that is reported in full, while there is an output.
    package init(
        to destination: any ByteDestination,
        format: Format = .messages,
        clock: any EngineClock,
        secrets: SecretMask,
        flushesAtOnce: Bool = false,
        lowestLevel: LogLevel = .info,
        sendsLogs: Bool = true,
        logs: @escaping @Sendable (LogLevel, String) -> Void = { _, _ in },
        onConfig: @escaping @Sendable (JSONObject) -> Void = { _ in },
        onFailure: @escaping @Sendable (_ stream: String, EngineFailure) -> Void = { _, _ in }
    ) {
        self.destination = destination
        self.format = format
        self.clock = clock
        self.secrets = secrets
        self.flushesAtOnce = flushesAtOnce
        self.lowestLevel = lowestLevel
        self.sendsLogs = sendsLogs
        logsDebug = lowestLevel == .debug
        self.logs = logs
        self.onConfig = onConfig
        self.onFailure = onFailure
    }

    private var milliseconds: Double { Double(clock.now().microsecondsSinceEpoch) / 1000 }
    private var wholeMilliseconds: Int { Int(clock.now().microsecondsSinceEpoch / 1000) }

    // MARK: Messages

    /// Writes a message of the protocol.
    package func send(_ message: JSONValue, flush: Bool = false) {
        guard format == .messages else { return }
        state.withLock { state in
            state.buffer.append(json: message)
            state.buffer.append(UInt8(ascii: "\n"))
            settle(&state, force: flush)
        }
    }

    /// Characters of a log line at most; longer lines are cut.
    static let longestLog = 20_000

    package func log(_ level: LogLevel, _ text: String) {
        guard level >= lowestLevel else { return }
        var text = secrets.masked(text)
        if text.utf8.count > Self.longestLog { text = text.shortened(to: Self.longestLog) }
        logs(level, text)
        if sendsLogs { send(Messages.log(level, text)) }
    }

    /// Logs that a stream failed.
    package func failed(_ failure: EngineFailure, stream: String) {
        log(.error, "Stream \(stream): \(failure.message)")
        if self.failure == nil { onFailure(stream, masked(failure)) }
    }

    package func configChanged(_ config: JSONObject) {
        onConfig(config)
        send(Messages.config(config, now: milliseconds), flush: true)
    }

    package func rateLimited(stream: String) {
        send(Messages.streamStatus(.running, stream: stream, isRateLimited: true, now: milliseconds), flush: true)
    }

    package func status(_ status: Messages.StreamStatus, stream: String) {
        send(Messages.streamStatus(status, stream: stream, now: milliseconds))
    }

    package func error(_ failure: EngineFailure, stream: String? = nil) {
        guard sendsLogs else { return }
        send(Messages.error(masked(failure), stream: stream, now: wholeMilliseconds), flush: true)
    }

    private func masked(_ failure: EngineFailure) -> EngineFailure {
        EngineFailure(failure.type, secrets.masked(failure.message), detail: failure.detail.map(secrets.masked))
    }

    /// Writes a state after all records handed over before.
    package func state(stream: String, _ streamState: JSONObject) {
        guard format == .messages else {
            flush()
            return
        }
        state.withLock { state in
            let count = state.recordCounts.updateValue(0, forKey: stream) ?? 0
            state.buffer.append(json: Messages.state(stream: stream, streamState, recordCount: count))
            state.buffer.append(UInt8(ascii: "\n"))
            settle(&state, force: false)
        }
    }

    // MARK: Records

    /// The lines of a stream's records, for as many tasks as read it.
    ///
    /// - Parameter isAlone: whether no other stream is read, so that bare records need no name.
    package func recordLines(stream: String, isAlone: Bool = true) -> RecordLinePool {
        let shape: RecordLines.Shape = format == .messages ? .message : isAlone ? .bare : .named
        return RecordLinePool(stream: stream, shape: shape) { self.wholeMilliseconds }
    }

    /// Writes lines that were made by `recordLines`, and empties them.
    package func write(_ lines: RecordLines) throws {
        guard lines.count > 0 else { return }
        try state.withLock { state in
            state.recordCounts[lines.stream, default: 0] += lines.count
            if state.buffer.count + lines.bytes.count >= Self.flushSize {
                // Enough for a write; what is gathered and these lines are not copied together for it.
                settle(&state, force: true)
                if state.failure == nil { write(lines.bytes, &state) }
            } else {
                state.buffer.append(UnsafeRawBufferPointer(lines.bytes.buffer))
                settle(&state, force: false)
            }
            if let failure = state.failure { throw failure }
        }
        lines.removeAll()
    }

    /// Why nothing can be written any more; nil while all is well.
    package var failure: (any Error)? { state.withLock { $0.failure } }

    /// Writes out what is gathered.
    package func flush() { state.withLock { settle(&$0, force: true) } }

    private func settle(_ state: inout State, force: Bool) {
        guard state.buffer.count > 0 else { return }
        let now = clock.uptime()
        let isDue = force || flushesAtOnce || state.buffer.count >= Self.flushSize
        guard isDue || now - state.lastFlush >= Self.flushInterval else { return }
        state.lastFlush = now
        write(state.buffer, &state)
        state.buffer.removeAll()
    }

    private func write(_ bytes: Bytes, _ state: inout State) {
        guard state.failure == nil else { return }
        do { try destination.write(bytes.buffer) } catch { state.failure = error }
    }
}
