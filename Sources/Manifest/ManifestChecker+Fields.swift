import Diagnostics
import Text

/// Fields of components and of objects inside them: those that are there, missing, or unknown.
extension ManifestChecker {
    /// What has fields: a component, or an object without a type.
    struct Owner {
        let name: String
        let fields: [Field]
        let absentFields: [String]
        let refusesUnknownFields: Bool
        let isComponent: Bool
        /// Whether it has fields beyond those that are declared.
        let isOpen: Bool

        init(_ type: any Component.Type) {
            name = type.typeName
            fields = type.fields
            absentFields = type.absentFields
            refusesUnknownFields = type.refusesUnknownFields
            isComponent = true
            isOpen = type.runsPython
        }

        init(object name: String, _ fields: [Field]) {
            self.name = "'\(name)'"
            self.fields = fields
            absentFields = []
            refusesUnknownFields = false
            isComponent = false
            isOpen = false
        }

        /// Whether a name stands in every component, or is a field of this one.
        func has(_ name: String) -> Bool {
            name == "$parameters" || name == "type" && isComponent || fields.named(name) != nil
        }

        var fieldNames: String { fields.isEmpty ? "none" : fields.map(\.name).joined(separator: ", ") }
    }

    mutating func check(_ mapping: ManifestMapping, of node: ManifestNode, _ owner: Owner, at path: ManifestPath) {
        for field in owner.fields {
            guard let value = mapping[field.name] else {
                if field.isRequired { reportMissing(field, owner, node, path) }
                continue
            }
            check(value, as: field.shape, name: field.name, at: path.field(field.name))
        }
        checkNames(mapping, owner, path)
    }

    private mutating func reportMissing(_ field: Field, _ owner: Owner, _ node: ManifestNode, _ path: ManifestPath) {
        report(
            "missing-field",
            "\(owner.name) needs '\(field.name)'",
            node,
            path,
            fix: "add '\(field.name)': \(field.shape.words). \(field.text)"
        )
    }

    private mutating func checkNames(_ mapping: ManifestMapping, _ owner: Owner, _ path: ManifestPath) {
        if owner.isOpen { return }
        let parameters = mapping["$parameters"]?.mapping?.keys ?? []
        for (name, entry) in mapping.entries where !owner.has(name) && !parameters.contains(name) {
            if owner.absentFields.contains(name) {
                reportAbsent(name, entry, owner, path)
            } else {
                let isTypeLeftOut = mapping.entries["type"].map { $0.keyPlace == nil } ?? false
                reportUnknown(name, entry, owner, isTypeLeftOut: isTypeLeftOut, path)
            }
        }
    }

    private mutating func reportUnknown(
        _ name: String,
        _ entry: ManifestMapping.Entry,
        _ owner: Owner,
        isTypeLeftOut: Bool,
        _ path: ManifestPath
    ) {
        let known = owner.fields.map(\.name) + ["$ref"]
        let near = NearestName.of(name, in: known).map { "did you mean '\($0)'? " } ?? ""
        let typeNote = isTypeLeftOut ? "; 'type' is omitted here and defaults to \(owner.name)" : ""
        diagnostics.add(
            Diagnostic(
                owner.refusesUnknownFields ? .error : .warning,
                code: "unknown-field",
                "\(owner.name) has no field '\(name)'",
                place: entry.keyPlace ?? entry.node.place,
                path: path.description,
                fix: "\(near)Fields: \(owner.fieldNames)\(typeNote)"
            )
        )
    }

    private mutating func reportAbsent(
        _ name: String,
        _ entry: ManifestMapping.Entry,
        _ owner: Owner,
        _ path: ManifestPath
    ) {
        diagnostics.add(
            Diagnostic(
                code: "unsupported-field",
                "'\(name)' of \(owner.name) is part of the language, but this version does not support it",
                place: entry.keyPlace ?? entry.node.place,
                path: path.description,
                fix: "remove it if the stream works without it"
            )
        )
    }
}
