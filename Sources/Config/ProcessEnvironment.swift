import Glibc

/// The environment of the process.
package enum ProcessEnvironment {
    /// The variables by name, as they are now.
    package static var variables: [String: String] {
        var variables: [String: String] = [:]
        var at = environ
        while let entry = at.pointee {
            let pair = String(cString: entry).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if pair.count == 2 { variables[String(pair[0])] = String(pair[1]) }
            at += 1
        }
        return variables
    }
}
