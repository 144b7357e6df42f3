import Synchronization

/// Programs by their text: a definition that is used in many places is compiled once.
enum ProgramCache {
    /// Texts that are remembered; a manifest has fewer by far.
    private static let limit = 4096

    private static let programs = Mutex<[String: Program]>([:])

    static func program(_ source: String) -> Program? { programs.withLock { $0[source] } }

    static func keep(_ program: Program) {
        programs.withLock { programs in
            if programs.count >= limit { programs.removeAll() }
            programs[program.source] = program
        }
    }
}
