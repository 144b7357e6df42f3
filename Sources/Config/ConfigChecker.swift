package import Diagnostics
package import JSON
import JSONSchema
import Text

/// Finds where a configuration violates its specification: everything at once, with place and remedy.
package struct ConfigChecker {
    private let specification: JSONValue
    private let schema: ConfigSchema
    private let input: ConfigInput

    /// - Parameter input: where the values of the configuration came from.
    package init(_ specification: JSONValue, _ input: ConfigInput) {
        self.specification = specification
        schema = ConfigSchema(specification)
        self.input = input
    }

    // MARK: Faults

    /// The faults of a configuration, migrated or not; variables that are not set are among them.
    package func faults(of config: JSONObject) -> Diagnostics {
        let found = judged(JSONSchemaValidator(specification).validate(.object(config)), in: .object(config))
        let mistyped = found.filter { $0.keyword == "type" }.map(\.path)
        // A value of the wrong type fits no alternative either.
        let told = found.filter { $0.branches.isEmpty || !mistyped.contains($0.path) }
        let violations = Self.distinct(told.flatMap { chosen($0, config) })
        var faults = input.faults
        for violation in violations { faults.add(fault(violation, config)) }
        return faults
    }

    /// The violations without those that may come of a variable that is not set.
    private func judged(_ violations: [SchemaViolation], in value: JSONValue) -> [SchemaViolation] {
        guard input.faults.hasErrors else { return violations }
        return violations.compactMap { violation in
            let part = ConfigInput.value(at: violation.path, in: value)
            guard part?.string != ConfigInput.unset else { return nil }
            let branches = violation.branches.map { judged($0, in: part ?? .null) }
            let isOpen = zip(violation.branches, branches).contains { before, after in
                after.isEmpty || before.count(where: Self.isConstant) > after.count(where: Self.isConstant)
            }
            guard !isOpen else { return nil }
            var violation = violation
            violation.branches = branches
            return violation
        }
    }

    private func fault(_ violation: SchemaViolation, _ config: JSONObject) -> Diagnostic {
        let origin = input.words(forOriginOf: violation.path).map { " (\($0))" } ?? ""
        let name = violation.place.isEmpty ? "the configuration" : "'\(violation.place)'"
        return Diagnostic(
            code: "invalid-configuration",
            "\(name)\(origin): \(violation.message)",
            place: input.place(of: violation.path),
            fix: fix(for: violation, config),
            showsSource: false
        )
    }

    private func fix(for violation: SchemaViolation, _ config: JSONObject) -> String? {
        let names = violation.expected.compactMap(\.string)
        switch violation.keyword {
        case "required":
            guard let name = names.first else { return nil }
            let near = unknownNames(at: violation.path, config).first { NearestName.of($0, in: [name]) != nil }
            return near.map { "did you mean '\(name)' instead of '\($0)'?" }
                ?? "add \"\(name)\"\(purpose(of: name, violation))"
        case Self.choiceKeyword:
            guard let choice = schema.choice(at: violation.path) else { return nil }
            let near = unknownNames(at: violation.path, config).first { NearestName.of($0, in: names) != nil }
            let hint = near.map { "did you mean '\(choice.name)' instead of '\($0)'? " } ?? ""
            return "\(hint)Set \"\(choice.name)\" to \(choice.values)"
        case "const", "enum":
            let found = ConfigInput.value(at: violation.path, in: .object(config))?.string ?? ""
            return NearestName.of(found, in: names).map { "did you mean '\($0)'?" }
                ?? "one of: \(names.joined(separator: ", "))"
        case "additionalProperties":
            let known = ConfigSchema.names(in: schema.schemas(at: violation.path))
            return "the specification has: \(known.joined(separator: ", "))"
        default: return nil
        }
    }

    /// What a setting is for, from the specification.
    private func purpose(of name: String, _ violation: SchemaViolation) -> String {
        let schemas = schema.schemas(at: violation.path + [.key(name)])
        return schemas.compactMap { $0["title"]?.string ?? $0["description"]?.string }.first.map { ": \($0)" } ?? ""
    }

    // MARK: Alternatives

    /// The violations without those that repeat what another one says: a setting that picks a form may be declared
    /// beside the forms too.
    private static func distinct(_ violations: [SchemaViolation]) -> [SchemaViolation] {
        let choices = violations.filter { $0.keyword == choiceKeyword }
        return (choices + violations.filter { $0.keyword != choiceKeyword }).reduce(into: []) { kept, violation in
            if !kept.contains(where: { isSame($0, violation) }) { kept.append(violation) }
        }
    }

    private static func isSame(_ one: SchemaViolation, _ other: SchemaViolation) -> Bool {
        guard one.path == other.path else { return false }
        if one.message == other.message { return true }
        let values = ["const", "enum"]
        if values.contains(one.keyword ?? "") && values.contains(other.keyword ?? "") { return true }
        return one.keyword == choiceKeyword && other.keyword == "required" && one.expected == other.expected
    }

    /// The violations of the alternative that was meant: the one whose constants the value has.
    private func chosen(_ violation: SchemaViolation, _ config: JSONObject) -> [SchemaViolation] {
        if let missing = missingChoice(violation, config) { return [missing] }
        guard !violation.branches.isEmpty else { return [violation] }
        let meant = violation.branches.filter { !$0.contains(where: Self.isConstant) }
        if meant.isEmpty, let constant = mergedConstant(violation) { return [constant] }
        guard meant.count == 1, let branch = meant.first else { return [described(violation)] }
        return branch.flatMap { inner in chosen(Self.moved(inner, to: violation.path), config) }
    }

    /// What is wrong with an object of several forms that lacks the setting which picks one of them.
    private func missingChoice(_ violation: SchemaViolation, _ config: JSONObject) -> SchemaViolation? {
        guard violation.keyword == "oneOf" || violation.keyword == "anyOf",
            let choice = schema.choice(at: violation.path),
            let members = ConfigInput.value(at: violation.path, in: .object(config))?.object,
            members[choice.name] == nil
        else { return nil }
        let message = "'\(choice.name)' is missing, which selects one of its variants"
        return SchemaViolation(
            message: message,
            path: violation.path,
            keyword: Self.choiceKeyword,
            expected: [.string(choice.name)]
        )
    }

    /// Stands for the keyword of a missing choice, of which JSON schema knows nothing.
    private static let choiceKeyword = "choice"

    /// Whether a violation distinguishes alternatives.
    private static func isConstant(_ violation: SchemaViolation) -> Bool {
        violation.path.count == 1 && (violation.keyword == "const" || violation.keyword == "enum")
    }

    /// One violation for a value that no alternative has as its constant.
    private func mergedConstant(_ violation: SchemaViolation) -> SchemaViolation? {
        let constants = violation.branches.compactMap { $0.first(where: Self.isConstant) }
        guard let first = constants.first, constants.allSatisfy({ $0.path == first.path }) else { return nil }
        let expected = constants.flatMap(\.expected)
        let message = "is not one of \(SchemaWords.list(expected))"
        return SchemaViolation(message: message, path: violation.path + first.path, keyword: "enum", expected: expected)
    }

    /// A violation of alternatives that says what they need, in place of the whole value.
    private func described(_ violation: SchemaViolation) -> SchemaViolation {
        let needs = violation.branches.map { branch in
            branch.filter { $0.keyword == "required" }.flatMap(\.expected).compactMap(\.string).joined(
                separator: " and "
            )
        }.filter { !$0.isEmpty }
        let message =
            needs.isEmpty
            ? "matches none of its variants"
            : "matches none of its variants; needed: \(needs.joined(separator: ", or "))"
        return SchemaViolation(message: message, path: violation.path, keyword: violation.keyword)
    }

    private static func moved(_ violation: SchemaViolation, to path: ConfigInput.Path) -> SchemaViolation {
        var violation = violation
        violation.path = path + violation.path
        return violation
    }

    // MARK: Warnings

    /// The settings that the specification does not have.
    package func unknownSettings(of config: JSONObject) -> Diagnostics {
        var warnings = input.warnings
        add(&warnings, at: [], config)
        return warnings
    }

    private func add(_ warnings: inout Diagnostics, at path: ConfigInput.Path, _ config: JSONObject) {
        let members = ConfigInput.value(at: path, in: .object(config))?.object ?? [:]
        let known = ConfigSchema.names(in: schema.schemas(at: path))
        for name in unknownNames(at: path, config) {
            let place = path + [.key(name)]
            let near = NearestName.of(name, in: known).map { "did you mean '\($0)'? " } ?? ""
            warnings.add(
                Diagnostic(
                    .warning,
                    code: "unknown-setting",
                    "the specification has no '\(SchemaViolation.text(of: place))'",
                    place: input.place(of: place),
                    fix: "\(near)It has: \(known.joined(separator: ", "))",
                    showsSource: false
                )
            )
        }
        for name in members.keys where known.contains(name) { add(&warnings, at: path + [.key(name)], config) }
    }

    private func unknownNames(at path: ConfigInput.Path, _ config: JSONObject) -> [String] {
        let schemas = schema.schemas(at: path)
        let known = Set(ConfigSchema.names(in: schemas))
        guard !known.isEmpty, !ConfigSchema.isOpen(schemas) else { return [] }
        let members = ConfigInput.value(at: path, in: .object(config))?.object ?? [:]
        return members.keys.filter { !known.contains($0) && !$0.hasPrefix("_") }
    }
}
