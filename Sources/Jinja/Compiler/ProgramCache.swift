import Synchronization

/// Programs by their text: a definition that is used in many places is compiled once.
final class ProgramCache: Sendable {
    /// Templates that are remembered; a manifest has far fewer.
    private static let limit = 4096

    private let programs = Mutex<[String: Program]>([:])

    func program(_ source: String) -> Program? { programs.withLock { $0[source] } }

    func keep(_ program: Program) {
        programs.withLock { programs in
            if programs.count >= Self.limit { programs.removeAll() }
            programs[program.source] = program
        }
    }
}
