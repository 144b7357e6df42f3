import Foundation

/// A program, run to its end.
struct Program {
    let exit: Int32
    /// Both outputs.
    let output: String

    var lines: [Substring] { output.split(separator: "\n") }

    /// Runs an executable in a folder.
    static func run(_ executable: URL, _ arguments: [String] = [], in folder: URL) async throws -> Program {
        let file = FileManager.default.temporaryDirectory.appending(path: "output-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        // A file instead of a pipe, which would have to be emptied while the process runs.
        _ = FileManager.default.createFile(atPath: file.path, contents: nil)
        let output = try FileHandle(forWritingTo: file)
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = output
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in continuation.resume() }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        try output.close()
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        return Program(exit: process.terminationStatus, output: text)
    }
}
