import Config
package import Foundation
package import JSON
package import ManifestEngine

/// One folder of `conformance/`: what to run, what the API answers, and what is expected.
///
/// See `conformance/README.md`.
package struct ConformanceCase: Sendable, CustomStringConvertible {
    package struct Fault: Error, CustomStringConvertible {
        package let description: String
    }

    /// What one run is expected to give.
    package struct Expected: Sendable {
        package let outcome: JSONValue
        package let requests: [String]
        /// Nil for commands that read nothing.
        package let records: [String]?
        package let state: JSONValue?
    }

    private static let port = "__PORT__"
    private static let portNumber = "65432"

    package let folder: URL
    package let command: String
    package let runs: Int
    package let streams: [String]?
    private let moments: [String]

    package var description: String {
        "\(folder.deletingLastPathComponent().lastPathComponent)/\(folder.lastPathComponent)"
    }

    /// All cases below a folder.
    package static func all(in root: URL) throws -> [ConformanceCase] {
        let files = FileManager.default
        var cases: [ConformanceCase] = []
        for area in try files.contentsOfDirectory(at: root, includingPropertiesForKeys: nil) {
            let folders = (try? files.contentsOfDirectory(at: area, includingPropertiesForKeys: nil)) ?? []
            for folder in folders where files.fileExists(atPath: folder.appending(path: "expected").path) {
                cases.append(try ConformanceCase(folder))
            }
        }
        return cases.sorted { $0.description < $1.description }
    }

    init(_ folder: URL) throws {
        self.folder = folder
        let settings = try Self.json(folder.appending(path: "case.json")) ?? [:]
        command = settings["command"]?.string ?? "read"
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
        for edit in try Self.json(folder.appending(path: "edits.json"))?.array ?? [] {
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

    /// What the API answers in a run.
    package func answers(_ run: Int) throws -> JSONValue {
        try input(run == 1 ? "api.json" : "api-\(run).json") ?? []
    }

    private func input(_ name: String) throws -> JSONValue? {
        guard let text = try Self.text(folder.appending(path: name)) else { return nil }
        return try JSONValue(parsing: Self.unmasked(text))
    }

    // MARK: Expected

    /// What a run is expected to give: the golden files, those in `ours` first.
    package func expected(_ run: Int) throws -> Expected {
        let records = try golden("records.jsonl", run).map(Self.lines)
        return Expected(
            outcome: try golden("outcome.json", run).map(JSONValue.init(parsing:)) ?? [:],
            requests: try golden("requests.jsonl", run).map(Self.lines) ?? [],
            records: records,
            state: try golden("state.json", run).map(JSONValue.init(parsing:))
        )
    }

    private func golden(_ name: String, _ run: Int) throws -> String? {
        let part = run == 1 ? name : "\(run)/\(name)"
        for folder in ["ours", "expected"] {
            if let text = try Self.text(self.folder.appending(path: "\(folder)/\(part)")) { return text }
        }
        return nil
    }

    /// The same text with the port of the case's addresses masked, as in the golden files.
    package static func masked(_ text: String) -> String { text.replacingOccurrences(of: portNumber, with: port) }

    /// The text with the masked port put back.
    static func unmasked(_ text: String) -> String { text.replacingOccurrences(of: port, with: portNumber) }

    private static func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

    private static func text(_ file: URL) throws -> String? {
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        return try String(contentsOf: file, encoding: .utf8)
    }

    private static func json(_ file: URL) throws -> JSONValue? { try text(file).map(JSONValue.init(parsing:)) }
}
