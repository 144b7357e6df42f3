import Foundation

/// A file with what is expected of a run.
struct GoldenFile {
    /// From the folder of cases, such as `decoders/csv/expected/records.jsonl`.
    let path: String
    /// Nil if there is no such file.
    let text: String?
}

extension ConformanceCase {
    /// What the recorder writes for each run, whatever happened in it.
    var goldenNames: [String] {
        ["outcome.json", "requests.jsonl"] + (command == "read" ? ["records.jsonl", "state.json"] : [])
    }

    /// A golden file: the one in `ours` if there is one, that of the reference otherwise.
    func golden(_ name: String, _ run: Int) throws -> GoldenFile {
        let ours = try file("ours", name, run)
        return ours.text == nil ? try file("expected", name, run) : ours
    }

    /// The paths of what the recorder would have written and is not there; the folder alone if there is nothing in it.
    ///
    /// A file in `ours` stands beside that of the reference and not for it.
    func missingGoldens() throws -> [String] {
        guard FileManager.default.fileExists(atPath: folder.appending(path: "expected").path) else {
            return ["\(self)/expected"]
        }
        return try (1...runs).flatMap { run in try goldenNames.map { try file("expected", $0, run) } }
            .filter { $0.text == nil }.map(\.path)
    }

    private func file(_ kind: String, _ name: String, _ run: Int) throws -> GoldenFile {
        let part = run == 1 ? "\(kind)/\(name)" : "\(kind)/\(run)/\(name)"
        return GoldenFile(path: "\(self)/\(part)", text: try Self.text(folder.appending(path: part)))
    }
}
