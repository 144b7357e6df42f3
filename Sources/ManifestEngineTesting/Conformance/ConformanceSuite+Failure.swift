extension ConformanceSuite {
    /// How a case differs from what is expected.
    public struct Failure: Error, CustomStringConvertible {
        /// Area and name of the case.
        public let name: String
        /// All differences, those that explain others first.
        public let differences: [Difference]
        let commands: Commands

        /// Differences that the text shows.
        private static let mostShown = 10

        /// The case, its first differences by file, how to run it alone, and how to fix files that are no longer right.
        public var description: String {
            let shown = differences.prefix(Self.mostShown)
            let rest = differences.dropFirst(Self.mostShown)
            let more = rest.isEmpty ? [] : ["and \(rest.count) more: \(Self.counts(rest))"]
            let lines = Self.byFile(shown) + more + commands.advice(for: name, files: Self.files(of: differences[...]))
            return "\(name) is not as expected\n" + lines.map { "  \($0)" }.joined(separator: "\n")
        }

        /// Each file once, with its differences below.
        private static func byFile(_ differences: ArraySlice<Difference>) -> [String] {
            files(of: differences).flatMap { file in
                [file] + differences.filter { $0.file == file }.map { "  \($0.text)" }
            }
        }

        /// How many differences there are in which file.
        private static func counts(_ differences: ArraySlice<Difference>) -> String {
            files(of: differences).map { file in "\(differences.count { $0.file == file }) in \(file)" }
                .joined(separator: ", ")
        }

        private static func files(of differences: ArraySlice<Difference>) -> [String] {
            differences.map(\.file).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        }
    }

    /// What is typed to run the tests and to record cases.
    struct Commands: Sendable {
        let test: String
        let record: String

        /// How to run a case alone, and what to do about the files that differ.
        ///
        /// Those of `expected` are recorded. Those of `ours` are not: they say where we differ from the reference on purpose.
        func advice(for name: String, files: [String]) -> [String] {
            let ours = files.filter { $0.hasPrefix("\(name)/ours/") }
            return ["run it alone: CASE=\(name) \(test)"]
                + (ours.count < files.count ? ["record it anew: \(record) \(name)"] : [])
                + ours.map { file in
                    "written by us, not recorded: \(file); edit it if the new result is meant, "
                        + "remove it if that is the one in expected"
                }
        }
    }
}
