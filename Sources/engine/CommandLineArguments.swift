import Text

/// Brings arguments into the order the parser expects.
enum CommandLineArguments {
    private static let verbs = ["spec", "check", "discover", "read", "validate", "explain", "schema"]
    private static let manifestOptions = ["--manifest", "--manifest-path"]

    /// `MANIFEST VERB …` becomes `VERB MANIFEST …`, and `--manifest FILE` becomes the first argument.
    static func normalized(_ arguments: [String]) -> [String] {
        var arguments = arguments
        if arguments.count > 1, isManifest(arguments[0]), ["--help", "-h"].contains(arguments[1]) { return ["--help"] }
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

    /// Values of `--set`, which may be secrets: what follows a `=`, or a name without one.
    ///
    /// A misspelled option gets them too.
    static func values(in arguments: [String]) -> [String] {
        var values: [String] = []
        for (place, argument) in arguments.enumerated() {
            let isOption = argument.hasPrefix("-")
            if let mark = argument.firstIndex(of: "="), !isOption || argument.hasPrefix("--se") {
                let value = argument[argument.index(after: mark)...]
                values += [value, value.drop { $0 != "=" }.dropFirst()].map(String.init)
            } else if !isOption, place > 1, arguments[place - 2].hasPrefix("--se"),
                !arguments[place - 1].contains("=")
            {
                values.append(argument)
            }
        }
        return values
    }

    private static var usage: String {
        "Usage: engine <command> <manifest> [options]; commands: \(verbs.joined(separator: ", "))"
    }

    /// What is wrong with the command; nil when there is one, or a standalone option such as `--help`.
    static func fault(in arguments: [String]) -> String? {
        guard let first = arguments.first else { return "Error: no command was given\n\(usage)\nSee 'engine --help'." }
        guard !first.hasPrefix("-"), !verbs.contains(first), first != "help" else { return nil }
        if isManifest(first) { return manifestFault(first, arguments.dropFirst().first { !$0.hasPrefix("-") }) }
        let near = NearestName.of(first, in: verbs).map { "; did you mean '\($0)'?" } ?? ""
        return "Error: unknown command '\(first)'\(near)\n\(usage)\nSee 'engine --help'."
    }

    /// What is wrong when the manifest comes first.
    private static func manifestFault(_ manifest: String, _ verb: String?) -> String {
        guard let verb else { return "Error: no command was given for '\(manifest)'\n\(usage)\nSee 'engine --help'." }
        let near = NearestName.of(verb, in: verbs).map { "; did you mean '\($0)'?" } ?? ""
        return "Error: unknown command '\(verb)'\(near)\n\(usage)\nSee 'engine --help'."
    }

    private static func isManifest(_ argument: String) -> Bool {
        argument.hasSuffix(".yaml") || argument.hasSuffix(".yml")
    }
}
