import Foundation
import Testing

/// The `engine` executable, run as a process of its own.
enum EngineProcess {
    /// What a run left: exit code and both outputs.
    struct Result {
        /// Nil when a signal ended the process.
        let exit: Int32?
        let output: String
        let errors: String
    }

    private struct NotBuilt: Error, CustomStringConvertible {
        var description: String { "there is no executable 'engine' beside the tests; run 'swift build' first" }
    }

    /// The executable that was built together with the tests.
    private static let executable: URL? = {
        let places = [Bundle.main.executableURL, Bundle.main.bundleURL, Bundle.allBundles.last?.bundleURL]
        for place in places.compactMap({ $0?.resolvingSymlinksInPath() }) {
            var folder = place
            while folder.path != "/" {
                let file = folder.appending(path: "engine")
                if isProgram(file) { return file }
                folder.deleteLastPathComponent()
            }
        }
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return ["debug", "release"].map { package.appending(path: ".build/\($0)/engine") }.first(where: isProgram)
    }()

    private static func isProgram(_ file: URL) -> Bool {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
        return exists && !isFolder.boolValue && FileManager.default.isExecutableFile(atPath: file.path)
    }

    /// A script that puts something after the engine on the command line, such as `| head -1`; the exit code is the
    /// engine's all the same.
    static func script(pipeline: String) -> String {
        "{ \"$@\"; echo $? > engine.status; } \(pipeline); code=$(cat engine.status); rm engine.status; exit $code"
    }

    /// Runs the engine in a folder and waits for its end.
    ///
    /// - Parameters:
    ///   - environment: variables beside `PATH`.
    ///   - script: for a shell, which finds the engine and its arguments as its own.
    ///   - openFiles: how many files the engine may have open; nil leaves the limit as it is.
    static func run(
        _ arguments: [String],
        in folder: URL,
        environment: [String: String] = [:],
        script: String? = nil,
        openFiles: Int? = nil
    ) async throws -> Result {
        guard let executable else { throw NotBuilt() }
        let process = Process()
        process.currentDirectoryURL = folder
        process.environment = environment.merging(["PATH": "/usr/bin:/bin"]) { given, _ in given }
        if let script {
            process.executableURL = URL(filePath: "/bin/sh")
            process.arguments = ["-c", script, "sh", executable.path] + arguments
        } else if let openFiles {
            process.executableURL = URL(filePath: "/bin/sh")
            process.arguments = ["-c", "ulimit -n \(openFiles); exec \"$@\"", "sh", executable.path] + arguments
        } else {
            process.executableURL = executable
            process.arguments = arguments
        }
        // Files instead of pipes, which would have to be emptied while the process runs.
        let output = try Sink(folder, "out")
        let errors = try Sink(folder, "err")
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output.handle
        process.standardError = errors.handle
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in continuation.resume() }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        let code = process.terminationReason == .exit ? process.terminationStatus : nil
        return Result(exit: code, output: try output.text(), errors: try errors.text())
    }

    /// A file that takes an output of a process.
    private struct Sink {
        let file: URL
        let handle: FileHandle

        init(_ folder: URL, _ name: String) throws {
            file = folder.appending(path: "\(UUID().uuidString).\(name)")
            _ = FileManager.default.createFile(atPath: file.path, contents: nil)
            handle = try FileHandle(forWritingTo: file)
        }

        func text() throws -> String {
            try handle.close()
            defer { try? FileManager.default.removeItem(at: file) }
            return String(decoding: try Data(contentsOf: file), as: UTF8.self)
        }
    }
}
