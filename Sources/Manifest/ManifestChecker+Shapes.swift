import Diagnostics
import Text
import YAML

/// Values of fields against the shapes that are declared for them.
extension ManifestChecker {
    mutating func check(_ node: ManifestNode, as shape: FieldShape, name: String, at path: ManifestPath) {
        switch shape {
        case .list(let element, let count): checkList(node, shape, element, atLeast: count, name, path)
        case .mapping(let element):
            guard let mapping = node.mapping else { return reportShape(node, shape, name, path) }
            for (key, entry) in mapping.entries {
                check(entry.node, as: element, name: key, at: path.field(key))
            }
        case .object(let fields):
            guard let mapping = node.mapping else { return reportShape(node, shape, name, path) }
            check(mapping, of: node, Owner(object: name, fields), at: path)
        case .component(let role, _, _): check(node, as: role, at: path)
        case .draft(let role, _): checkDraft(node, as: role, at: path)
        case .either(let shapes):
            guard let shape = shapes.first(where: { Self.fits(node, $0) }) else {
                return reportShape(node, shape, name, path)
            }
            check(node, as: shape, name: name, at: path)
        default:
            guard Self.fits(node, shape) else { return reportShape(node, shape, name, path) }
            checkScalar(node, shape, name, path)
        }
    }

    /// Checks what is certain of a component before it is complete: the types in it, and which kinds its values have.
    private mutating func checkDraft(_ node: ManifestNode, as role: any AnyRole, at path: ManifestPath) {
        var checker = ManifestChecker(hasPython: hasPython)
        checker.check(node, as: role, at: path)
        let certain: Set = ["missing-type", "unknown-type", "unsupported-type", "wrong-type"]
        for fault in checker.diagnostics.errors where certain.contains(fault.code) { diagnostics.add(fault) }
    }

    private mutating func checkList(
        _ node: ManifestNode,
        _ shape: FieldShape,
        _ element: FieldShape,
        atLeast count: Int,
        _ name: String,
        _ path: ManifestPath
    ) {
        guard let elements = node.sequence else { return reportShape(node, shape, name, path) }
        for (index, item) in elements.enumerated() {
            check(item, as: element, name: name, at: path.element(index, of: item))
        }
        guard elements.count < count else { return }
        let message = "'\(name)' needs at least \(count) element\(count == 1 ? "" : "s"), found \(elements.count)"
        report("invalid-value", message, node, path, fix: "add \(element.words)")
    }

    /// What to say about a value whose outermost level is of the shape.
    private mutating func checkScalar(_ node: ManifestNode, _ shape: FieldShape, _ name: String, _ path: ManifestPath) {
        switch shape {
        case .plain(let form): if let text = node.string { checkForm(text, form, node, name, path) }
        case .interpolated(let form, let variables):
            checkTemplates(in: node, reading: variables, at: path)
            guard let text = node.string, !text.holds("{{"), !text.holds("{%") else { return }
            checkForm(text, form, node, name, path)
        case .nested(let variables): checkTemplates(in: node, reading: variables, at: path)
        case .whole(let bound?), .real(let bound?): checkBound(node, bound, name, path)
        default: break
        }
    }

    private mutating func checkForm(
        _ text: String,
        _ form: StringForm,
        _ node: ManifestNode,
        _ name: String,
        _ path: ManifestPath
    ) {
        guard let fault = form.fault(in: text, field: name) else { return }
        let (severity, place) = (fault.severity, node.place)
        diagnostics.add(
            Diagnostic(severity, code: fault.code, fault.message, place: place, path: path.description, fix: fault.fix)
        )
    }

    private mutating func checkBound(_ node: ManifestNode, _ bound: NumberBound, _ name: String, _ path: ManifestPath) {
        let text = node.json.text
        guard let number = Double(text), !bound.holds(for: number) else { return }
        diagnostics.add(
            Diagnostic(
                bound.severity,
                code: "out-of-range",
                "'\(name)' is \(text); it must be \(bound.words)",
                place: node.place,
                path: path.description,
                fix: "write \(bound.words)"
            )
        )
    }

    /// Whether the outermost level of a value is of a shape.
    static func fits(_ node: ManifestNode, _ shape: FieldShape) -> Bool {
        switch (shape, node.value) {
        case (.any, _), (.plain, .string), (.interpolated, .string): true
        case (.whole, .integer), (.whole, .bigInteger): true
        case (.real, .integer), (.real, .bigInteger), (.real, .double), (.boolean, .bool): true
        case (.word(let words), .string(let text)): words.contains(text)
        case (.verbatimMapping, .mapping), (.settings, .mapping), (.stored, .mapping), (.mapping, .mapping): true
        case (.nested, .mapping), (.object, .mapping), (.list, .sequence): true
        case (.component(let role, _, _), .mapping(let mapping)):
            mapping["type"]?.string.map { role.type($0) != nil || role.absent.contains($0) } ?? true
        case (.either(let shapes), _): shapes.contains { fits(node, $0) }
        default: false
        }
    }

    private mutating func reportShape(_ node: ManifestNode, _ shape: FieldShape, _ name: String, _ path: ManifestPath) {
        if case .either(let shapes) = shape, case .mapping = node.value {
            for case .component(let role, _, _) in shapes { return check(node, as: role, at: path) }
        }
        let found: String
        if case .word = shape, let text = node.string { found = "'\(text)'" } else { found = node.kindName }
        report(
            "wrong-type",
            "'\(name)' must be \(shape.words), found \(found)",
            node,
            path,
            fix: Self.shapeFix(node, shape)
        )
    }

    private static func shapeFix(_ node: ManifestNode, _ shape: FieldShape) -> String {
        if let advice = unquotedReferenceFix(node) { return advice }
        switch shape {
        case .interpolated, .plain:
            if let text = quotable(node) { return "put it in quotes: \"\(text)\"" }
        case .word(let words):
            if let near = node.string.flatMap({ NearestName.of($0, in: words) }) { return "did you mean '\(near)'?" }
        default: break
        }
        return "write \(shape.words)"
    }

    /// The text of a scalar that YAML reads as something other than a string.
    private static func quotable(_ node: ManifestNode) -> String? {
        switch node.value {
        case .bool(let flag): flag ? "true" : "false"
        case .integer(let number): String(number)
        case .double(let number): String(number)
        case .timestamp(let text): text
        default: nil
        }
    }

    /// What to do when nothing is there because a reference was written without quotes, which makes it a comment.
    static func unquotedReferenceFix(_ node: ManifestNode) -> String? {
        if let text = node.string, text.hasPrefix("#") { return "a reference begins with '#/'" }
        guard node.isNull, let place = node.place else { return nil }
        let rest = place.file.line(place.range.start.line).unicodeScalars.dropFirst(place.range.start.column - 1)
        let text = rest.drop { $0 == " " }
        guard text.starts(with: "#/".unicodeScalars) else { return nil }
        return "put the reference in quotes, as '#' begins a comment: \"\(String(text))\""
    }
}
