import Diagnostics
import Dispatch
import JSON
import Manifest
import Synchronization
import Text

/// Runs the Python classes of a manifest: starts an interpreter when the first is needed, and another one after a crash.
///
/// Calls of several tasks run side by side; each has its own reply. A failure ends the call, not the run.
package final class PythonWorker: ClassRunner, Sendable {
    private typealias Completion = @Sendable (Result<JSONValue, any Error>) -> Void

    private struct State {
        var process: PythonProcess?
        /// Components that the process knows.
        var known: Set<Int> = []
        var waiting: [Int: Completion] = [:]
        var lastCall = 0
        var lastComponent = 0
        /// The last lines of standard error.
        var notes: [String] = []
        var config: JSONObject = [:]
        var onNote: (@Sendable (String) -> Void)?
    }

    /// Lines of standard error that are kept, for the message about a crash.
    private static let keptNotes = 30

    private let interpreter: String
    private let folder: String
    private let patience: Double
    private let state = Mutex(State())

    /// - Parameters:
    ///   - interpreter: a path, or a name that is looked for in `PATH`.
    ///   - folder: the one of the manifest, with `components.py`; empty for the working directory.
    ///   - patience: seconds that a call may take.
    package init(_ interpreter: String, folder: String, patience: Double = 3600) {
        self.interpreter = interpreter
        self.folder = folder.isEmpty ? "." : folder
        self.patience = patience
    }

    deinit { state.withLock { $0.process }?.stop() }

    /// Whether an interpreter has the package that the classes are written for.
    package static func isUsable(_ interpreter: String) -> Bool {
        let program =
            "import importlib.util as u, sys; sys.exit(u.find_spec('airbyte_cdk') is None)"
        return PythonProcess.succeeds(interpreter, program: program)
    }

    /// Sets the configuration for components that are made from now on, and what gets the lines that classes print.
    func begin(config: JSONObject, onNote: @escaping @Sendable (String) -> Void) {
        state.withLock { state in
            state.config = config
            state.onNote = onNote
            // What was made before saw another configuration.
            state.known = []
        }
    }

    /// A number for a new component.
    func newComponent() -> Int {
        state.withLock { state in
            state.lastComponent += 1
            return state.lastComponent
        }
    }

    // MARK: Calling

    /// Calls a method of a component and waits for its reply.
    func call(_ component: PythonComponent, _ method: String, _ arguments: JSONObject) async throws -> JSONValue {
        let number = newCall()
        let limit = Task { [patience] in
            try await Task.sleep(for: .seconds(patience))
            self.finish(number, with: .failure(component.lateness(after: patience)))
        }
        defer { limit.cancel() }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                send(number, component, method, arguments) { continuation.resume(with: $0) }
                if Task.isCancelled { finish(number, with: .failure(CancellationError())) }
            }
        } onCancel: {
            finish(number, with: .failure(CancellationError()))
        }
    }

    /// The same for callers that cannot wait in turn; holds the thread until the reply is there.
    func callNow(_ component: PythonComponent, _ method: String, _ arguments: JSONObject) throws -> JSONValue {
        let result = Mutex<Result<JSONValue, any Error>?>(nil)
        let isDone = DispatchSemaphore(value: 0)
        let number = newCall()
        send(number, component, method, arguments) { reply in
            result.withLock { $0 = reply }
            isDone.signal()
        }
        if isDone.wait(timeout: .now() + patience) == .timedOut {
            finish(number, with: .failure(component.lateness(after: patience)))
        }
        guard let reply = result.withLock({ $0 }) else { throw component.lateness(after: patience) }
        return try reply.get()
    }

    private func newCall() -> Int {
        state.withLock { state in
            state.lastCall += 1
            return state.lastCall
        }
    }

    private func send(
        _ number: Int,
        _ component: PythonComponent,
        _ method: String,
        _ arguments: JSONObject,
        _ completion: @escaping Completion
    ) {
        do {
            let (process, making) = try state.withLock { state in
                let process = try state.process ?? start()
                state.process = process
                state.waiting[number] = completion
                guard state.known.insert(component.number).inserted else { return (process, nil as JSONValue?) }
                return (process, component.making(with: state.config))
            }
            let call: JSONValue = [
                "do": "call", "id": .integer(number), "component": .integer(component.number),
                "method": .string(method), "arguments": .object(arguments),
            ]
            let lines = [making, call].compactMap { $0?.text }.joined(separator: "\n")
            // When it cannot be written, the process is at its end, which finishes all calls.
            _ = process.send(lines)
        } catch {
            completion(.failure(error))
        }
    }

    private func finish(_ number: Int, with result: Result<JSONValue, any Error>) {
        state.withLock { $0.waiting.removeValue(forKey: number) }?(result)
    }

    // MARK: The process

    private func start() throws -> PythonProcess {
        let program = String(decoding: PackageResources.worker_py, as: UTF8.self)
        return try PythonProcess(
            interpreter,
            program: program,
            arguments: [folder],
            onLine: { [weak self] in self?.receive($0) },
            onNote: { [weak self] in self?.note($0) },
            onEnd: { [weak self] in self?.end($0) }
        )
    }

    private func receive(_ line: [UInt8]) {
        guard let reply = try? JSONValue(parsing: String(decoding: line, as: UTF8.self)),
            let number = reply["id"]?.integer
        else { return note(line) }
        guard let fault = reply["error"] else {
            return finish(number, with: .success(reply["result"]?.resolved ?? .null))
        }
        finish(number, with: .failure(PythonFault(fault)))
    }

    private func note(_ line: [UInt8]) {
        let text = String(decoding: line, as: UTF8.self)
        let onNote = state.withLock { state in
            state.notes = state.notes.suffix(Self.keptNotes - 1) + [text]
            return state.onNote
        }
        onNote?(text)
    }

    /// Finishes what waits for a process that has ended; the next call starts another one.
    private func end(_ reason: String) {
        let (waiting, notes) = state.withLock { state in
            defer {
                state.process = nil
                state.known = []
                state.waiting = [:]
                state.notes = []
            }
            return (state.waiting, state.notes)
        }
        let fault = PythonFault("Python ended early: \(reason)", traceback: notes.joined(separator: "\n"))
        for completion in waiting.values { completion(.failure(fault)) }
    }
}

/// An exception of a class, or the end of its interpreter.
struct PythonFault: Error {
    let message: String
    let traceback: String
    let type: FailureType?

    init(_ fault: JSONValue) {
        message = fault["message"]?.string ?? ""
        traceback = (fault["traceback"]?.string?.trimmed()).map(String.init) ?? ""
        type = fault["failure_type"]?.string.flatMap(FailureType.init(rawValue:))
    }

    init(_ message: String, traceback: String) {
        self.message = message
        self.traceback = traceback
        type = nil
    }
}
