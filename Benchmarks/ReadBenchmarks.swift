import Glibc
import GongSimulator

/// Whole reads: the shipped engine in a process of its own against the simulator in this one.
struct ReadBenchmarks {
    /// The release build of the engine.
    let engine: String
    let manifest: String

    func run() async throws {
        var options = SimulatorOptions()
        options.calls = 2000
        options.recordsRequests = false
        try await withGongSimulator(options) { simulator in
            let start = try child(["spec", manifest])
            print("\nStart: `engine spec` takes \(milliseconds(start)) ms of CPU\n")
            print("| stream | workers | CPU s | times `spec` |")
            print("| --- | ---: | ---: | ---: |")
            for stream in ["calls", "extensiveCalls", "callTranscripts"] {
                for workers in [1, 10] {
                    let seconds = try child(arguments(stream, workers, simulator.baseURL))
                    print("| \(stream) | \(workers) | \(Table.rounded(seconds)) | \(Table.rounded(seconds / start)) |")
                }
            }
        }
    }

    private func milliseconds(_ seconds: Double) -> String { Table.rounded(seconds * 1000) }

    private func arguments(_ stream: String, _ workers: Int, _ url: String) -> [String] {
        [
            "read", manifest, "--quiet", "--stream", stream,
            "--set", "credentials.auth_type=APIKey", "--set", "credentials.access_key=simulator-key",
            "--set", "credentials.access_key_secret=simulator-secret", "--set", "api_base_url=\(url)",
            "--set", "num_workers=\(workers)", "--set", "requests_per_second=1000000",
            "--set", "start_date=2020-01-01T00:00:00Z",
        ]
    }

    /// Runs the engine with its output thrown away; CPU seconds of that process.
    ///
    /// Its peak memory cannot be measured from here: the system counts what this process had when it started the other.
    private func child(_ arguments: [String]) throws -> Double {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        defer { posix_spawn_file_actions_destroy(&actions) }
        var words: [UnsafeMutablePointer<CChar>?] = ([engine] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process = pid_t()
        guard posix_spawn(&process, engine, &actions, nil, &words, environ) == 0 else {
            throw BenchmarkError(description: "\(engine) cannot be started; build it with `make release`")
        }
        var status: CInt = 0
        var usage = rusage()
        wait4(process, &status, 0, &usage)
        guard status == 0 else { throw BenchmarkError(description: "the engine ended with status \(status)") }
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }

    private func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
}

/// Says why a benchmark did not run.
struct BenchmarkError: Error, CustomStringConvertible {
    let description: String
}
