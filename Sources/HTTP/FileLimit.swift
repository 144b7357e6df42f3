import Glibc

/// How many files and sockets the process may have open.
package enum FileLimit {
    /// More than any run needs.
    private static let enough = 8192
    /// Files kept free for name lookups, state, and what the system's libraries open on their own.
    private static let reserve = 8
    /// Highest number looked at when open files are counted.
    private static let countedFiles = 1024

    /// Raises the limit as far as the system allows and a run has use for.
    package static func raise() {
        guard var limit = current else { return }
        let wanted = min(limit.rlim_max, rlim_t(enough))
        guard limit.rlim_cur < wanted else { return }
        limit.rlim_cur = wanted
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }

    /// Files that a command needs besides those that are open at its start.
    private static let fewest = 4

    /// Why a command cannot run at all: the process may open too few files, even for threads; nil when it can.
    package static var shortage: String? {
        guard let limit = current, limit.rlim_cur < rlim_t(countedFiles) else { return nil }
        guard Int(limit.rlim_cur) - openCount(below: Int(limit.rlim_cur)) < fewest else { return nil }
        return "the process may open at most \(text) files, too few to run; allow more with 'ulimit -n 1024'"
    }

    /// Sockets that may be opened from now on without a shortage elsewhere.
    static var room: Int {
        guard let limit = current, limit.rlim_cur < rlim_t(enough) else { return enough }
        return max(0, Int(limit.rlim_cur) - openCount(below: Int(limit.rlim_cur)) - reserve)
    }

    /// The limit as a message names it.
    static var text: String { current.map { String($0.rlim_cur) } ?? "unknown" }

    private static var current: rlimit? {
        var limit = rlimit()
        return getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 ? limit : nil
    }

    private static func openCount(below limit: Int) -> Int {
        (0..<Int32(min(limit, countedFiles))).count { fcntl($0, F_GETFD) >= 0 }
    }
}
