package import Diagnostics
import Text

/// Picks the streams of a read.
package struct StreamChoice: Sendable {
    private let streams: [DeclarativeStream]
    private let refused: [RefusedStream]

    package init(_ streams: [DeclarativeStream], refused: [RefusedStream] = []) {
        self.streams = streams
        self.refused = refused
    }

    /// Picks among the streams of a source.
    package init(_ streams: SourceStreams) { self.init(streams.all, refused: streams.refused) }

    /// What was picked: streams that can be read, and names in the catalog that the manifest does not have.
    package struct Choice: Sendable {
        package var selections: [StreamSelection] = []
        package var unknown: [Diagnostic] = []
        package var unknownNames: [String] = []
        /// Streams that were picked and cannot be read because of errors in the manifest.
        package var refused: [RefusedStream] = []

        /// Streams that were picked and are left out, as they need what the engine does not support.
        package private(set) var skipped: [RefusedStream] = []

        /// Leaves out the streams whose only fault is that they need what the engine does not support.
        package mutating func skipUnsupported() {
            skipped = refused.filter(\.isUnsupported)
            refused.removeAll(where: \.isUnsupported)
        }

        /// The errors of the manifest, when they leave nothing to read.
        package var refusal: ManifestFault? {
            guard selections.isEmpty, !refused.isEmpty else { return nil }
            return ManifestFault(Diagnostics(refused.flatMap(\.fault.diagnostics.all)))
        }
    }

    /// The streams of a catalog, or all; with patterns, only those whose name matches one.
    ///
    /// A catalog may be older than the manifest, so an unknown stream in it does not stop the others from being read.
    /// - Throws: `ManifestFault` for a pattern that matches no stream.
    package func selections(
        catalog: ConfiguredCatalog?,
        catalogName: String,
        patterns: [String],
        patternSource: String = "--stream",
        states: StateInput
    ) throws -> Choice {
        var diagnostics = Diagnostics()
        var choice = Choice()
        var chosen: [(stream: DeclarativeStream, entry: ConfiguredCatalog.Stream?)] = []
        if let catalog {
            for entry in catalog.streams {
                if let faulty = refused.first(where: { $0.name == entry.name }) {
                    choice.refused.append(faulty)
                    continue
                }
                guard let stream = streams.last(where: { $0.name == entry.name }) else {
                    choice.unknownNames.append(entry.name)
                    choice.unknown.append(unknown(entry.name, "\(catalogName): the catalog names"))
                    continue
                }
                chosen.append((stream, entry))
            }
        } else {
            chosen = streams.map { ($0, nil) }
            choice.refused = refused
        }
        let names = chosen.map(\.stream.name) + choice.refused.map(\.name)
        for pattern in patterns where !names.contains(where: { ShellPattern(pattern).matches($0) }) {
            diagnostics.add(unknown(pattern, "\(patternSource) names"))
        }
        if diagnostics.hasErrors { throw ManifestFault(diagnostics) }
        let isPicked = { name in patterns.isEmpty || patterns.contains { ShellPattern($0).matches(name) } }
        choice.refused = choice.refused.filter { isPicked($0.name) }
        choice.selections = chosen.filter { isPicked($0.stream.name) }.map {
            StreamSelection(
                $0.stream,
                state: states[$0.stream.name],
                catalogCursorField: $0.entry?.cursorField,
                catalogSchema: $0.entry?.schema
            )
        }
        return choice
    }

    private func unknown(_ name: String, _ who: String, severity: Diagnostic.Severity = .error) -> Diagnostic {
        let names = streams.map(\.name) + refused.map(\.name)
        let fix =
            NearestName.of(name, in: names).map { "did you mean '\($0)'?" }
            ?? "streams: \(names.joined(separator: ", "))"
        return Diagnostic(
            severity,
            code: "unknown-stream",
            "\(who) the stream '\(name)', which does not exist",
            fix: fix
        )
    }

    /// The streams of a state that the manifest does not have; their state is not used.
    package func unknownStates(_ states: StateInput) -> [Diagnostic] {
        let names = Set(streams.map(\.name) + refused.map(\.name))
        return states.streams.keys.filter { !names.contains($0) }.map { name in
            unknown(name, "the state names", severity: .warning)
        }
    }
}
