import Foundation

/// The floors of the package as CONTRIBUTING draws them, the highest first.
struct Floors {
    /// The targets of each line.
    let lines: [[String]]

    /// Reads the picture: the lines under its heading that are set in, up to the first of two or more spaces after which
    /// no target's name stands.
    init(contributing text: String) {
        let section = text.components(separatedBy: "## The targets").last ?? ""
        let drawing = section.split(separator: "\n", omittingEmptySubsequences: false)
            .drop { !$0.hasPrefix("    ") }.prefix { $0.hasPrefix("    ") }
        lines = drawing.map { line in
            line.components(separatedBy: "  ").map { $0.trimmingCharacters(in: .whitespaces) }.filter(Self.isTarget)
        }
    }

    /// Whether a text names a target: one word, where remarks have several.
    private static func isTarget(_ text: String) -> Bool {
        guard !text.isEmpty, !text.contains(" ") else { return false }
        return FileManager.default.fileExists(atPath: SourceTree.root.appending(path: "Sources/\(text)").path())
    }

    /// All targets of the picture.
    var targets: [String] { lines.flatMap(\.self) }

    /// Whether one target may see another: it stands on a higher line.
    func allows(_ upper: String, toSee lower: String) -> Bool {
        guard let one = line(of: upper), let other = line(of: lower) else { return false }
        return one < other
    }

    private func line(of target: String) -> Int? { lines.firstIndex { $0.contains(target) } }
}
