import Diagnostics
import JSON

/// What a check asks of a source: its streams, and whether they can be read.
package struct SourceCheck: Sendable {
    private let source: DeclarativeSource
    private let run: SourceRun

    init(_ source: DeclarativeSource, run: SourceRun) {
        self.source = source
        self.run = run
    }

    /// The streams that the configuration names for the check instead of the manifest's; nil when it names none.
    var chosenNames: [String]? {
        get throws {
            guard let chosen = run.context.config[Self.namesKey], chosen.isTruthy else { return nil }
            let names = chosen.array?.compactMap(\.string) ?? []
            guard names.count == chosen.array?.count else {
                throw EngineFailure(.config, "'\(Self.namesKey)' in the configuration must be a list of stream names.")
            }
            return names
        }
    }

    private static let namesKey = "__airbyte_check_stream_names"

    /// The streams that need no template; nothing is requested for them.
    func declaredStreams() async throws -> SourceStreams { try await source.declaredStreams(in: run) }

    /// All streams; may call the API for them.
    func streams() async throws -> SourceStreams { try await source.streams(in: run) }

    /// Why a stream cannot be read; nil when its first record was read, or there is none.
    ///
    /// - Parameter kind: what the message calls it.
    func failure(of stream: DeclarativeStream, kind: String = "Stream") async -> EngineFailure? {
        guard let failure = await StreamCheck(run: run).failure(of: stream) else { return nil }
        return EngineFailure(
            failure.type,
            "\(kind) \(stream.name) is not available: \(failure.message)",
            detail: failure.detail
        )
    }
}
