import ManifestEngine

/// Brings arguments into the order the parser expects.
enum CommandLineArguments {
    private static let verbs = ["spec", "check", "discover", "read", "validate"]
    private static let manifestOptions: Set<String> = ["--manifest", "--manifest-path"]

    /// `MANIFEST VERB …` becomes `VERB MANIFEST …`, and `--manifest FILE` becomes the first argument.
    static func normalized(_ arguments: [String]) -> [String] {
        var arguments = arguments
        if arguments.count > 1, !(verbs + ["help"]).contains(arguments[0]), verbs.contains(arguments[1]) {
            arguments.swapAt(0, 1)
        }
        guard let place = arguments.firstIndex(where: manifestOptions.contains), place + 1 < arguments.count,
            let verb = arguments.first, verbs.contains(verb)
        else { return arguments }
        let file = arguments[place + 1]
        arguments.removeSubrange(place...(place + 1))
        arguments.insert(file, at: 1)
        return arguments
    }

    /// What is wrong with the command; nil when there is one, or an option that stands alone such as `--help`.
    static func fault(in arguments: [String]) -> String? {
        let usage = "Usage: engine <command> <manifest> [options]; commands: \(verbs.joined(separator: ", "))"
        guard let first = arguments.first else { return "Error: no command was given\n\(usage)\nSee 'engine --help'." }
        guard !first.hasPrefix("-"), !verbs.contains(first), first != "help" else { return nil }
        let near = NearestName.of(first, in: verbs).map { "; did you mean '\($0)'?" } ?? ""
        return "Error: there is no command '\(first)'\(near)\n\(usage)\nSee 'engine --help'."
    }
}
