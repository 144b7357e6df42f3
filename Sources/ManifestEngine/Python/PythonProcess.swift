import Diagnostics
import Dispatch
import Glibc
import Synchronization

/// An interpreter that was started, and the lines that go in and out of it.
///
/// A child process, as the classes are Python's own. Subprocess libraries hand its streams to asynchronous code alone; some
/// callers here cannot wait so, hence plain pipes with a thread for each.
final class PythonProcess: Sendable {
    private let pid: pid_t
    private let input: Mutex<Int32>
    private let isOver = Mutex(false)

    /// Starts an interpreter with a program.
    ///
    /// - Parameters:
    ///   - interpreter: a path, or a name that is looked for in `PATH`.
    ///   - program: what it runs.
    ///   - arguments: those of the program.
    ///   - onLine: gets each line of standard output.
    ///   - onNote: gets each line of standard error.
    ///   - onEnd: gets what ended it, in words; called once, after the last line.
    /// - Throws: a configuration failure when there is no such program.
    init(
        _ interpreter: String,
        program: String,
        arguments: [String],
        onLine: @escaping @Sendable ([UInt8]) -> Void,
        onNote: @escaping @Sendable ([UInt8]) -> Void,
        onEnd: @escaping @Sendable (String) -> Void
    ) throws {
        let (childInput, input) = try Self.pipe()
        let (output, childOutput) = try Self.pipe()
        let (notes, childNotes) = try Self.pipe()
        let words = [interpreter, "-c", program] + arguments
        let (pid, fault) = Self.spawn(words, streams: [childInput, childOutput, childNotes])
        for end in [childInput, childOutput, childNotes] { close(end) }
        guard fault == 0 else {
            for end in [input, output, notes] { close(end) }
            throw EngineFailure(
                .config,
                "The Python program '\(interpreter)' cannot be started: \(Self.text(of: fault))."
            )
        }
        self.pid = pid
        self.input = Mutex(input)
        let reading = DispatchGroup()
        DispatchQueue(label: "python.notes").async(group: reading) { Self.readLines(of: notes, onNote) }
        DispatchQueue(label: "python.lines").async(group: reading) { [self] in
            Self.readLines(of: output, onLine)
            closeInput()
        }
        DispatchQueue(label: "python.end").async { [self] in
            let end = awaitEnd()
            // What it wrote last is still to be read; but processes that it has started may hold its streams.
            _ = reading.wait(timeout: .now() + Self.lastWords)
            closeInput()
            onEnd(end)
        }
    }

    /// Seconds that streams are read after the end of the process.
    private static let lastWords = 2.0

    deinit { closeInput() }

    /// Whether a program runs without a complaint.
    static func succeeds(_ interpreter: String, program: String) -> Bool {
        let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
        guard nothing >= 0 else { return false }
        defer { close(nothing) }
        let (pid, fault) = spawn([interpreter, "-c", program], streams: [nothing, nothing, nothing])
        guard fault == 0 else { return false }
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0 { if errno != EINTR { return false } }
        return status == 0
    }

    /// Writes a line; false when the process does not read any more.
    func send(_ line: String) -> Bool {
        input.withLock { input in
            guard input >= 0 else { return false }
            var text = line + "\n"
            return text.withUTF8 { bytes in
                var rest = UnsafeRawBufferPointer(bytes)
                while let start = rest.baseAddress, !rest.isEmpty {
                    let count = write(input, start, rest.count)
                    if count < 0 && errno == EINTR { continue }
                    guard count > 0 else { return false }
                    rest = UnsafeRawBufferPointer(rebasing: rest[count...])
                }
                return true
            }
        }
    }

    /// Ends the process at once.
    func stop() { isOver.withLock { if !$0 { kill(pid, SIGKILL) } } }

    private func closeInput() {
        input.withLock { input in
            if input >= 0 { close(input) }
            input = -1
        }
    }

    // MARK: Starting

    private static func pipe() throws -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else {
            throw EngineFailure(.system, "Python cannot be started: \(text(of: errno)).")
        }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    /// Starts a program with its three streams.
    private static func spawn(_ words: [String], streams: [Int32]) -> (pid: pid_t, fault: Int32) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, stream) in streams.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, stream, Int32(number))
        }
        var pointers = words.map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        pointers.append(nil)
        var pid: pid_t = 0
        let fault = posix_spawnp(&pid, words[0], &actions, nil, pointers, environ)
        return (pid, fault)
    }

    // MARK: Reading

    private static func readLines(of stream: Int32, _ body: ([UInt8]) -> Void) {
        defer { close(stream) }
        var line: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(stream, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { break }
            var rest = buffer[..<count]
            while let end = rest.firstIndex(of: 0x0A) {
                line += rest[..<end]
                body(line)
                line.removeAll(keepingCapacity: true)
                rest = rest[(end + 1)...]
            }
            line += rest
        }
        if !line.isEmpty { body(line) }
    }

    /// Waits for the end of the process and says what it was.
    private func awaitEnd() -> String {
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0 { if errno != EINTR { break } }
        isOver.withLock { $0 = true }
        let signal = status & 0x7F
        return signal == 0 ? "it exited with code \((status >> 8) & 0xFF)" : "signal \(signal) ended it"
    }

    private static func text(of fault: Int32) -> String { String(cString: strerror(fault)) }
}
