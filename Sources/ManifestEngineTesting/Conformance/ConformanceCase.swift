import Config
package import Foundation
package import JSON
package import ManifestEngine

/// One folder of `conformance/`: what to run, how the API responds, and what is expected.
///
/// See `conformance/README.md`.
package struct ConformanceCase: Sendable, CustomStringConvertible {
    package struct Fault: Error, CustomStringConvertible {
        package let description: String
    }

    private static let port = "__PORT__"
    private static let portNumber = "65432"
    /// Where the API is in the texts of a case that is run.
    static let address = "127.0.0.1:\(portNumber)"
    private static let commands = ["spec", "check", "discover", "read"]

    package let folder: URL
    package let command: String
    package let runs: Int
    package let streams: [String]?
    private let moments: [String]

    package var description: String {
        "\(folder.deletingLastPathComponent().lastPathComponent)/\(folder.lastPathComponent)"
    }

    /// Whether classes in Python take part.
    var needsPython: Bool { FileManager.default.fileExists(atPath: folder.appending(path: "components.py").path) }

    /// A folder with one of these is a case.
    private static let marks = [
        "README.md", "case.json", "manifest.yaml", "edits.json", "api.json", "expected", "ours",
    ]

    /// All cases below a folder, by area and name; a folder without any is a fault.
    package static func all(in root: URL) throws -> [ConformanceCase] {
        let cases = try folders(in: root).flatMap(folders).filter { folder in
            marks.contains { FileManager.default.fileExists(atPath: folder.appending(path: $0).path) }
        }
        if cases.isEmpty { throw Fault(description: "there is no conformance case in \(root.path)") }
        return try cases.map { try ConformanceCase($0) }.sorted { $0.description < $1.description }
    }

    private static func folders(in folder: URL) throws -> [URL] {
        let files = FileManager.default
        guard files.fileExists(atPath: folder.path) else {
            throw Fault(description: "there is no folder \(folder.path)")
        }
        return try files.contentsOfDirectory(
            at: folder,
            includingPropertiesForKeys: [.isDirectoryKey],
            options: .skipsHiddenFiles
        )
        .filter(\.hasDirectoryPath)
    }

    init(_ folder: URL) throws {
        self.folder = folder
        let file = CaseFile(folder.appending(path: "case.json"))
        let settings = try file.json() ?? [:]
        try file.checkKeys(of: settings, among: ["command", "now", "runs", "streams"])
        command = settings["command"]?.string ?? "read"
        guard Self.commands.contains(command) else {
            throw Fault(description: "\(folder.path)/case.json: there is no command \"\(command)\" for a case")
        }
        runs = settings["runs"]?.integer ?? 1
        streams = settings["streams"]?.array?.compactMap(\.string)
        let now = settings["now"]
        moments = now?.array?.compactMap(\.string) ?? [now?.string ?? "2026-09-10T12:00:00Z"]
    }

    /// The moment at which a run, counted from 1, takes place.
    package func moment(_ run: Int) -> String { moments[min(run, moments.count) - 1] }

    // MARK: Input

    /// The manifest of the case: its own one, or the shared one with the case's edits.
    package func manifestText(shared: URL) throws -> String {
        if let own = try Self.text(folder.appending(path: "manifest.yaml")) { return own }
        guard var text = try Self.text(shared) else { throw Fault(description: "there is no \(shared.path)") }
        for edit in try CaseFile(folder.appending(path: "edits.json")).json()?.array ?? [] {
            let parts = text.components(separatedBy: edit["find"]?.string ?? "")
            guard parts.count == 2 else {
                throw Fault(description: "an edit fits \(parts.count - 1) times: \(edit.text)")
            }
            text = parts.joined(separator: edit["replace"]?.string ?? "")
        }
        return text
    }

    package func config() throws -> JSONObject { try input("config.json")?.object ?? [:] }

    package func catalog() throws -> ConfiguredCatalog? {
        try Self.text(folder.appending(path: "catalog.json")).map {
            try ConfiguredCatalog(InputFile(name: "catalog.json", bytes: Array($0.utf8), role: "catalog"))
        }
    }

    package func state() throws -> StateInput {
        guard let text = try Self.text(folder.appending(path: "state.json")) else { return StateInput() }
        return try StateInput(InputFile(name: "state.json", bytes: Array(text.utf8), role: "state"))
    }

    /// The requests and responses of the API in a run.
    package func responses(_ run: Int) throws -> JSONValue {
        let name = run == 1 ? "api.json" : "api-\(run).json"
        let file = CaseFile(folder.appending(path: name))
        guard let responses = try input(name) else { return [] }
        guard let entries = responses.array else { throw file.fault("it is a list of requests and responses") }
        for entry in entries {
            try file.checkKeys(of: entry, among: ["request", "response", "times"])
            try file.checkKeys(of: entry["request"] ?? [:], among: ["method", "path", "query", "headers", "body"])
            try file.checkKeys(
                of: entry["response"] ?? [:],
                among: ["status", "headers", "body", "text", "base64", "fault"]
            )
        }
        return responses
    }

    private func input(_ name: String) throws -> JSONValue? {
        try CaseFile(folder.appending(path: name)).json(Self.unmasked)
    }

    // MARK: Text

    /// The same text with the port of the case's addresses masked, as in the golden files.
    package static func masked(_ text: String) -> String { text.replacingOccurrences(of: portNumber, with: port) }

    /// The text with the masked port put back.
    static func unmasked(_ text: String) -> String { text.replacingOccurrences(of: port, with: portNumber) }

    /// The text of a file; nil if there is none.
    static func text(_ file: URL) throws -> String? {
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        return try String(contentsOf: file, encoding: .utf8)
    }
}
