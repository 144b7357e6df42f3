import JSON

/// Picks the streams of a read.
package struct StreamChoice: Sendable {
    private let streams: [DeclarativeStream]

    package init(_ streams: [DeclarativeStream]) { self.streams = streams }

    /// What was picked: streams that can be read, and names in the catalog that the manifest does not have.
    package struct Choice: Sendable {
        package var selections: [StreamSelection] = []
        package var unknown: [Diagnostic] = []
        package var unknownNames: [String] = []
    }

    /// The streams of a catalog, or all; of those the ones whose name matches a pattern, when there are patterns.
    ///
    /// A catalog may be older than the manifest, so an unknown stream in it does not keep the others from being read.
    /// - Throws: `ManifestFault` for a pattern that no stream answers to.
    package func selections(
        catalog: ConfiguredCatalog?,
        catalogName: String,
        patterns: [String],
        states: StateInput
    ) throws -> Choice {
        var diagnostics = Diagnostics()
        var choice = Choice()
        var chosen: [(stream: DeclarativeStream, cursorField: [String]?)] = []
        if let catalog {
            for entry in catalog.streams {
                guard let stream = streams.last(where: { $0.name == entry.name }) else {
                    choice.unknownNames.append(entry.name)
                    choice.unknown.append(unknown(entry.name, "\(catalogName): the catalog names"))
                    continue
                }
                chosen.append((stream, entry.cursorField))
            }
        } else {
            chosen = streams.map { ($0, nil) }
        }
        for pattern in patterns where !chosen.contains(where: { Self.matches($0.stream.name, pattern) }) {
            diagnostics.add(unknown(pattern, "--stream names"))
        }
        if diagnostics.hasErrors { throw ManifestFault(diagnostics) }
        choice.selections = chosen.filter { entry in
            patterns.isEmpty || patterns.contains { Self.matches(entry.stream.name, $0) }
        }.map { StreamSelection($0.stream, state: states[$0.stream.name], catalogCursorField: $0.cursorField) }
        return choice
    }

    private func unknown(_ name: String, _ who: String, severity: Diagnostic.Severity = .error) -> Diagnostic {
        let names = streams.map(\.name)
        let fix =
            NearestName.of(name, in: names).map { "did you mean '\($0)'?" }
            ?? "streams: \(names.joined(separator: ", "))"
        return Diagnostic(severity, code: "unknown-stream", "\(who) the stream '\(name)', which is not there", fix: fix)
    }

    /// The streams of a state that the manifest does not have; their state is not used.
    package func unknownStates(_ states: StateInput) -> [Diagnostic] {
        states.streams.keys.filter { name in !streams.contains { $0.name == name } }.map { name in
            unknown(name, "the state names", severity: .warning)
        }
    }

    /// Whether a name matches a pattern of letters, `*` and `?`.
    static func matches(_ name: String, _ pattern: String) -> Bool {
        matches(Substring(name), Substring(pattern))
    }

    private static func matches(_ name: Substring, _ pattern: Substring) -> Bool {
        guard let first = pattern.first else { return name.isEmpty }
        let rest = pattern.dropFirst()
        if first == "*" {
            return matches(name, rest) || !name.isEmpty && matches(name.dropFirst(), pattern)
        }
        guard let letter = name.first, first == "?" || first == letter else { return false }
        return matches(name.dropFirst(), rest)
    }
}
