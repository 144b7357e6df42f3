import Diagnostics
import JSON
import Manifest

extension DeclarativeSource {
    /// The streams, as configuration and states choose them; those of `dynamic_streams` may be asked of the API.
    package func streams(in run: SourceRun) async throws -> SourceStreams {
        var streams = try await declaredStreams(in: run)
        for (index, definition) in dynamicStreams.enumerated() {
            var entry = SourceStreams.Made(name: definition.name ?? "dynamic_stream_\(index)", streams: [])
            for made in try await definition.makeStreams(in: run) {
                switch made.definition {
                case .success(let stream):
                    entry.streams += try await stream.streams(in: run, states: run.inputStates)
                case .failure(let fault): streams.refused.append(RefusedStream(name: made.name, fault: fault))
                }
            }
            streams.dynamic.append(entry)
        }
        streams.refuseRepeatedNames()
        return streams
    }

    /// The streams that need no template.
    func declaredStreams(in run: SourceRun) async throws -> SourceStreams {
        var found = SourceStreams(refused: refused)
        for stream in streams { found.declared += try await stream.streams(in: run, states: run.inputStates) }
        return found
    }
}

extension SourceStreams {
    /// Takes out the streams of templates whose name another stream has: records and states could not be told apart.
    fileprivate mutating func refuseRepeatedNames() {
        var counts: [String: Int] = [:]
        for stream in all { counts[stream.name, default: 0] += 1 }
        let repeated = Set(dynamic.flatMap(\.streams).map(\.name).filter { counts[$0, default: 0] > 1 })
        guard !repeated.isEmpty else { return }
        for index in dynamic.indices { dynamic[index].streams.removeAll { repeated.contains($0.name) } }
        for name in repeated.sorted() {
            let fault = Diagnostic(
                code: "repeated-stream",
                "several streams are called '\(name)'",
                fix: "let the mappings of 'components_resolver' give each stream a name of its own"
            )
            refused.append(RefusedStream(name: name, fault: ManifestFault(fault)))
        }
    }
}
