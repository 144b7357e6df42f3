package import YAML

/// Where something stands in a file.
package struct Place: Sendable, Hashable, CustomStringConvertible {
    package let file: SourceFile
    package let range: SourceRange

    package init(file: SourceFile, range: SourceRange) {
        self.file = file
        self.range = range
    }

    /// File, line and column.
    package var text: String { "\(file.name):\(range.start.line):\(range.start.column)" }

    package static func == (left: Place, right: Place) -> Bool {
        left.range == right.range && left.file.name == right.file.name
    }

    /// File, line and column, such as `gong.yaml:12:5`.
    package var description: String { "\(file.name):\(range.start.line):\(range.start.column)" }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(file.name)
        hasher.combine(range)
    }
}

/// One fault of a manifest, a configuration or another input file: what is wrong, where, and what to do.
package struct Diagnostic: Sendable, Equatable {
    package enum Severity: String, Sendable {
        case error, warning
    }

    /// The code of a warning about a stream that cannot be made, which leaves the manifest valid.
    package static let streamRefused = "stream-refused"

    package let severity: Severity
    /// A stable name of the kind of fault, such as `unknown-field`.
    package let code: String
    /// What is wrong, in one sentence.
    package let message: String
    package let place: Place?
    /// The way from the root of the manifest to the fault, such as `streams[0] "calls" > retriever`.
    package let path: String
    /// What to do about it.
    package let fix: String?
    /// Whether the line of the file is shown; not where it may hold a secret.
    let showsSource: Bool

    package init(
        _ severity: Severity = .error,
        code: String,
        _ message: String,
        place: Place? = nil,
        path: String = "",
        fix: String? = nil,
        showsSource: Bool = true
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.place = place
        self.path = path
        self.fix = fix
        self.showsSource = showsSource
    }

    /// The fault as it is shown to a person: place and message, the source line with the place marked, path and remedy.
    package var rendered: String {
        var lines = [headline]
        if let place, showsSource { lines += sourceLines(place) }
        if !path.isEmpty { lines.append("  at: \(path)") }
        if let fix { lines.append("  fix: \(fix)") }
        return lines.joined(separator: "\n")
    }

    /// Place, severity, code and message on one line.
    package var headline: String {
        "\(place.map { "\($0): " } ?? "")\(severity.rawValue)[\(code)]: \(message)"
    }

    private func sourceLines(_ place: Place) -> [String] {
        guard let excerpt = SourceExcerpt(place) else { return [] }
        let number = String(place.range.start.line)
        let margin = String(repeating: " ", count: max(0, 5 - number.count))
        return ["\(margin)\(number) | \(excerpt.line)", "      | \(excerpt.marks)"]
    }
}

/// Gathers the faults of one run, in file order, each once.
package struct Diagnostics: Sendable, Equatable {
    /// What makes two faults the same.
    private struct Identity: Hashable {
        let code: String
        let message: String
        let place: Place?
        /// The path, where there is no place to distinguish them by.
        let path: String?

        init(_ diagnostic: Diagnostic) {
            code = diagnostic.code
            message = diagnostic.message
            place = diagnostic.place
            path = diagnostic.place == nil ? diagnostic.path : nil
        }
    }

    private(set) package var all: [Diagnostic] = []
    private var known: Set<Identity> = []

    package init(_ all: [Diagnostic] = []) {
        self.all = all
        known = Set(all.map(Identity.init))
    }

    /// Adds a fault, unless the same one at the same place is known: a shared definition is read at each use.
    package mutating func add(_ diagnostic: Diagnostic) {
        if known.insert(Identity(diagnostic)).inserted { all.append(diagnostic) }
    }

    package mutating func add(contentsOf others: Diagnostics) {
        for diagnostic in others.all { add(diagnostic) }
    }

    package var errors: [Diagnostic] { all.filter { $0.severity == .error } }
    package var warnings: [Diagnostic] { all.filter { $0.severity == .warning } }
    /// The errors, and the warnings about what keeps a stream from being made once its manifest is used.
    package var ofStreams: [Diagnostic] {
        all.filter { $0.severity == .error || $0.code == Diagnostic.streamRefused }
    }
    package var hasErrors: Bool { all.contains { $0.severity == .error } }

    /// The faults in the order of the file, file by file; first those without a place, as they were found.
    package var inFileOrder: [Diagnostic] {
        var files: [String: Int] = [:]
        for name in all.compactMap(\.place?.file.name) where files[name] == nil { files[name] = files.count }
        let keyed = all.enumerated().map { index, fault in
            let start = fault.place?.range.start
            let file = fault.place.flatMap { files[$0.file.name] } ?? -1
            return (key: (file, start?.line ?? 0, start?.column ?? 0, index), fault: fault)
        }
        return keyed.sorted { $0.key < $1.key }.map(\.fault)
    }
}
