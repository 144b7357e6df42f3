import Foundation
import JSON
import Testing

/// What a run of the engine produced, read the way a scheduler reads it.
struct CommandResult {
    let exit: Int32?
    /// Standard output as it came.
    let output: String
    /// Standard error as it came.
    let errors: String

    init(_ result: EngineProcess.Result) {
        exit = result.exit
        output = result.output
        errors = result.errors
    }

    /// The lines of standard output.
    var lines: [String] { output.split(separator: "\n").map(String.init) }

    /// The messages on standard output; a line that is not JSON fails the test.
    var messages: [JSONValue] {
        lines.compactMap { line in
            let message = try? JSONValue(parsing: line)
            #expect(message?.object != nil, "not a message: \(line.prefix(200))")
            return message
        }
    }

    /// The records of a stream.
    func records(_ stream: String) -> [JSONValue] {
        messages.compactMap { message in
            guard let record = message["record"], record["stream"]?.string == stream else { return nil }
            return record["data"]
        }
    }

    /// How many records each stream gave.
    var counts: [String: Int] {
        messages.reduce(into: [:]) { counts, message in
            if let name = message["record"]?["stream"]?.string { counts[name, default: 0] += 1 }
        }
    }

    /// One ERROR trace.
    struct ErrorTrace: Equatable {
        let stream: String?
        let type: String
        let message: String
    }

    /// The ERROR traces in order.
    var errorTraces: [ErrorTrace] {
        messages.compactMap { message in
            guard let error = message["trace"]?["error"] else { return nil }
            return ErrorTrace(
                stream: error["stream_descriptor"]?["name"]?.string,
                type: error["failure_type"]?.string ?? "",
                message: error["message"]?.string ?? ""
            )
        }
    }

    /// The statuses of a stream in order.
    func statuses(_ stream: String) -> [String] {
        messages.compactMap { message in
            let status = message["trace"]?["stream_status"]
            guard status?["stream_descriptor"]?["name"]?.string == stream else { return nil }
            return status?["status"]?.string
        }
    }

    /// The types of all messages, each once.
    var types: Set<String> { Set(messages.compactMap { $0["type"]?.string }) }

    /// Fails the test unless the command refused: an exit code, nothing on standard output but one ERROR trace for the
    /// operator, and each of some strings on standard error.
    func expectRefusal(
        _ code: Int32,
        says texts: [String],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(exit == code, "\(errors)", sourceLocation: sourceLocation)
        #expect(types == ["TRACE"], sourceLocation: sourceLocation)
        #expect(errorTraces.map(\.type) == ["config_error"], sourceLocation: sourceLocation)
        expectErrors(texts, sourceLocation: sourceLocation)
    }

    /// Fails the test unless every string is on standard error.
    func expectErrors(_ texts: [String], sourceLocation: SourceLocation = #_sourceLocation) {
        for text in texts {
            #expect(errors.contains(text), "'\(text)' is missing in:\n\(errors)", sourceLocation: sourceLocation)
        }
    }

    // MARK: What holds for every run

    /// Fails the test when the run crashed, or when a secret got out.
    func expectSoundness(secrets: [String], sourceLocation: SourceLocation) {
        #expect(exit != nil, "the engine was ended by a signal:\n\(errors)", sourceLocation: sourceLocation)
        for sign in ["Fatal error", "Stack dump", "crashed", "SIGILL", "0x0000"] {
            #expect(!errors.contains(sign), "crash text:\n\(errors)", sourceLocation: sourceLocation)
        }
        // A CONTROL message is the configuration itself, for the caller to store.
        let shown = lines.filter { !$0.contains("\"type\":\"CONTROL\"") }.joined(separator: "\n") + errors
        for secret in secrets {
            #expect(!shown.contains(secret), "the secret '\(secret)' got out", sourceLocation: sourceLocation)
        }
    }
}
