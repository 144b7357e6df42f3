package import Diagnostics
import OrderedCollections
import Text
import YAML

/// Checks a manifest against the declared fields of its components, all faults in one run.
///
/// What the reference refuses is an error, and so is what the engine does not run yet. An unknown field is a warning, as
/// the reference reads over it.
package struct ManifestChecker {
    package internal(set) var diagnostics = Diagnostics()

    static let unknownVariable = "unknown-variable"
    /// Paths of templates whose variables were judged by their component, which knows better what is set there.
    var judgedTemplates: Set<String> = []

    /// What templates may read here.
    var names = TemplateNames()

    package init() {}

    /// Checks a whole manifest, whose root plays a role.
    package mutating func checkSource(_ root: ManifestNode, as role: any AnyRole) {
        names.config = ConfigNames(root)
        check(root, as: role)
    }

    /// Checks a component that must play a role.
    package mutating func check(
        _ node: ManifestNode,
        as role: any AnyRole,
        at path: ManifestPath = ManifestPath()
    ) {
        guard let mapping = node.mapping else {
            return report(
                "wrong-type",
                "expected a component (\(role.words)), found \(node.kindName)",
                node,
                path,
                fix: Self.unquotedReferenceFix(node) ?? "write a mapping with a 'type'"
            )
        }
        guard let typeNode = mapping["type"] else {
            return report(
                "missing-type",
                "\(role.oneOfThem) needs a 'type'",
                node,
                path,
                fix: "one of: \(role.words)"
            )
        }
        guard let name = typeNode.string, let type = role.type(name) else {
            return reportUnknownType(typeNode, role, path, className: mapping["class_name"]?.string)
        }
        let outer = names.slice
        if let slice = type.sliceNames(in: mapping) { names.slice = slice }
        check(mapping, of: node, type: type, at: path)
        names.slice = outer
    }

    private mutating func reportUnknownType(
        _ node: ManifestNode,
        _ role: any AnyRole,
        _ path: ManifestPath,
        className: String? = nil
    ) {
        let name = node.string ?? node.kindName
        if name.hasPrefix("Custom"), role.absent.contains(name) || className != nil {
            let code = className.map { " '\($0)'" } ?? ""
            return report(
                "unsupported-type",
                "\(name) stands for Python code\(code), which the engine does not run",
                node,
                path,
                fix: "do it with what the language has instead: \(role.words)"
            )
        }
        if role.absent.contains(name) {
            return report(
                "unsupported-type",
                "\(name) is part of the language, but this version does not run it",
                node,
                path,
                fix: "available here: \(role.words)"
            )
        }
        let fix =
            NearestName.of(name, in: role.typeNames + role.absent).map { "did you mean '\($0)'?" }
            ?? "\(role.oneOfThem) is one of: \(role.words)"
        report("unknown-type", "'\(name)' is not \(role.oneOfThem)", node, path, fix: fix)
    }

    private mutating func check(
        _ mapping: ManifestMapping,
        of node: ManifestNode,
        type: any Component.Type,
        at path: ManifestPath
    ) {
        let fields = type.fields
        let faults = type.faults(in: mapping)
        for fault in faults where fault.code == Self.unknownVariable {
            if let field = fault.field { judgedTemplates.insert(path.field(field).description) }
        }
        for field in fields {
            guard let value = mapping[field.name] else {
                if field.isRequired { reportMissing(field, type, node, path) }
                continue
            }
            check(value, as: field.shape, name: field.name, at: path.field(field.name))
        }
        checkNames(mapping, fields, type, path)
        for fault in faults {
            let place = fault.node?.place ?? fault.field.flatMap { mapping[$0]?.place } ?? node.place
            let path = fault.field.map { path.field($0) } ?? path
            diagnostics.add(
                Diagnostic(
                    fault.severity,
                    code: fault.code,
                    fault.message,
                    place: place,
                    path: path.description,
                    fix: fault.fix
                )
            )
        }
    }

    private mutating func reportMissing(
        _ field: Field,
        _ type: any Component.Type,
        _ node: ManifestNode,
        _ path: ManifestPath
    ) {
        report(
            "missing-field",
            "\(type.typeName) needs '\(field.name)'",
            node,
            path,
            fix: "add '\(field.name)': \(field.shape.words). \(field.text)"
        )
    }

    private mutating func checkNames(
        _ mapping: ManifestMapping,
        _ fields: [Field],
        _ type: any Component.Type,
        _ path: ManifestPath
    ) {
        // A short list is searched sooner than a set is made of it.
        let known = fields.map(\.name) + ["type", "$parameters"]
        let parameters = mapping["$parameters"]?.mapping?.keys ?? []
        for (name, entry) in mapping.entries where !known.contains(name) && !parameters.contains(name) {
            if type.absentFields.contains(name) {
                reportAbsent(name, entry, type, path)
                continue
            }
            let near = NearestName.of(name, in: fields.map(\.name) + ["$ref"]).map { "did you mean '\($0)'? " } ?? ""
            let isTypeLeftOut = mapping.entries["type"].map { $0.keyPlace == nil } ?? false
            let typeNote = isTypeLeftOut ? "; 'type' is left out here and counts as \(type.typeName)" : ""
            diagnostics.add(
                Diagnostic(
                    type.refusesUnknownFields ? .error : .warning,
                    code: "unknown-field",
                    "\(type.typeName) has no field '\(name)'",
                    place: entry.keyPlace ?? entry.node.place,
                    path: path.description,
                    fix: "\(near)Fields: \(Self.list(fields))\(typeNote)"
                )
            )
        }
    }

    private static func list(_ fields: [Field]) -> String {
        fields.isEmpty ? "none" : fields.map(\.name).joined(separator: ", ")
    }

    private mutating func reportAbsent(
        _ name: String,
        _ entry: ManifestMapping.Entry,
        _ type: any Component.Type,
        _ path: ManifestPath
    ) {
        diagnostics.add(
            Diagnostic(
                code: "unsupported-field",
                "'\(name)' of \(type.typeName) is part of the language, but this version does not run it",
                place: entry.keyPlace ?? entry.node.place,
                path: path.description,
                fix: "remove it, if the stream can do without"
            )
        )
    }

    // MARK: Shapes

    private mutating func check(_ node: ManifestNode, as shape: FieldShape, name: String, at path: ManifestPath) {
        switch shape {
        case .any: break
        case .list(let element):
            guard let elements = node.sequence else { return reportShape(node, shape, name, path) }
            for (index, item) in elements.enumerated() {
                check(item, as: element, name: name, at: path.element(index, of: item))
            }
        case .mapping(let element):
            guard let mapping = node.mapping else { return reportShape(node, shape, name, path) }
            for (key, entry) in mapping.entries {
                check(entry.node, as: element, name: key, at: path.field(key))
            }
        case .component(let role): check(node, as: role, at: path)
        case .either(let shapes):
            guard let shape = shapes.first(where: { Self.fits(node, $0) }) else {
                return reportShape(node, shape, name, path)
            }
            check(node, as: shape, name: name, at: path)
            if case .template = shape { checkNumber(node, shapes, name, path) }
        case .template, .nestedTemplates:
            guard Self.fits(node, shape) else { return reportShape(node, shape, name, path) }
            checkTemplates(in: node, at: path)
            if Self.conditions.contains(name) { checkCondition(node, name, path) }
        default:
            if !Self.fits(node, shape) { reportShape(node, shape, name, path) }
        }
    }

    /// Whether the outermost level of a value is of a shape.
    private static func fits(_ node: ManifestNode, _ shape: FieldShape) -> Bool {
        switch (shape, node.value) {
        case (.any, _), (.string, .string), (.template, .string), (.integer, .integer), (.integer, .bigInteger): true
        case (.number, .integer), (.number, .bigInteger), (.number, .double), (.boolean, .bool): true
        case (.word(let words), .string(let text)): words.contains(text)
        case (.verbatimMapping, .mapping), (.mapping, .mapping), (.list, .sequence): true
        case (.nestedTemplates, .mapping): true
        case (.component(let role), .mapping(let mapping)):
            mapping["type"]?.string.map { role.type($0) != nil || role.absent.contains($0) } ?? true
        case (.either(let shapes), _): shapes.contains { fits(node, $0) }
        default: false
        }
    }

    private mutating func reportShape(_ node: ManifestNode, _ shape: FieldShape, _ name: String, _ path: ManifestPath) {
        if case .either(let shapes) = shape, case .mapping = node.value {
            for case .component(let role) in shapes { return check(node, as: role, at: path) }
        }
        let found: String
        if case .word = shape, let text = node.string { found = "'\(text)'" } else { found = node.kindName }
        var fix = "write \(shape.words)"
        if let text = Self.quotable(node) {
            switch shape {
            case .template, .string: fix = "put it in quotes: \"\(text)\""
            default: break
            }
        }
        if let advice = Self.unquotedReferenceFix(node) { fix = advice }
        if case .word(let words) = shape, let text = node.string, let near = NearestName.of(text, in: words) {
            fix = "did you mean '\(near)'?"
        }
        report("wrong-type", "'\(name)' must be \(shape.words), found \(found)", node, path, fix: fix)
    }

    /// The text of a scalar that YAML reads as something other than text.
    private static func quotable(_ node: ManifestNode) -> String? {
        switch node.value {
        case .bool(let flag): flag ? "true" : "false"
        case .integer(let number): String(number)
        case .double(let number): String(number)
        case .timestamp(let text): text
        default: nil
        }
    }

    /// Fields that decide something about every record or answer.
    private static let conditions: Set<String> = ["condition", "stop_condition", "predicate"]

    /// Reports a condition that is text without an expression: such a text is always true.
    private mutating func checkCondition(_ node: ManifestNode, _ name: String, _ path: ManifestPath) {
        guard let text = node.string, !text.holds("{{"), !text.holds("{%") else { return }
        guard !text.isEmpty, !["true", "false"].contains(text.lowercased()) else { return }
        diagnostics.add(
            Diagnostic(
                .warning,
                code: "constant-condition",
                "'\(name)' has no expression in it, so it is the same for everything",
                place: node.place,
                path: path.description,
                fix: "write \"{{ \(text) }}\""
            )
        )
    }

    /// Reports a text without an expression where a number must come.
    private mutating func checkNumber(
        _ node: ManifestNode,
        _ shapes: [FieldShape],
        _ name: String,
        _ path: ManifestPath
    ) {
        let isWhole = shapes.contains { $0.words == FieldShape.integer.words }
        guard isWhole || shapes.contains(where: { $0.words == FieldShape.number.words }) else { return }
        guard let text = node.string, !text.holds("{{"), !text.holds("{%") else { return }
        let digits = text.trimmed().filter { $0 != "_" }
        guard isWhole ? Int(digits) == nil : Double(digits) == nil else { return }
        let kind = isWhole ? FieldShape.integer.words : FieldShape.number.words
        report(
            "not-a-number",
            "'\(name)' must be \(kind), found '\(text)'",
            node,
            path,
            fix: "write \(kind), or a template such as \"{{ config['\(name)'] }}\""
        )
    }

    /// What to do when nothing is there because a reference was written without quotes, which makes it a comment.
    private static func unquotedReferenceFix(_ node: ManifestNode) -> String? {
        if let text = node.string, text.hasPrefix("#") { return "a reference begins with '#/'" }
        guard node.isNull, let place = node.place else { return nil }
        let rest = place.file.line(place.range.start.line).unicodeScalars.dropFirst(place.range.start.column - 1)
        let text = rest.drop { $0 == " " }
        guard text.starts(with: "#/".unicodeScalars) else { return nil }
        return "put the reference in quotes, as '#' begins a comment: \"\(String(text))\""
    }

    mutating func report(
        _ code: String,
        _ message: String,
        _ node: ManifestNode,
        _ path: ManifestPath,
        fix: String
    ) {
        diagnostics.add(Diagnostic(code: code, message, place: node.place, path: path.description, fix: fix))
    }
}
