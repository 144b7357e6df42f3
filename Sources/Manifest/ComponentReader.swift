package import Diagnostics
package import JSON
import Jinja

/// Hands a component the values of its fields.
///
/// The manifest passed the check, so shapes are right; a component only throws for faults that it alone can see.
package struct ComponentReader: Sendable {
    package let node: ManifestNode
    package let mapping: ManifestMapping
    let typeName: String
    package let path: ManifestPath
    /// What all components of a source have in common.
    package let source: SourceContext
    private let ownParameters: ComponentParameters

    package init(_ node: ManifestNode, path: ManifestPath = ManifestPath(), source: SourceContext) {
        self.node = node
        mapping = node.mapping ?? ManifestMapping()
        typeName = node.typeName ?? ""
        self.path = path
        self.source = source
        ownParameters = ComponentParameters(mapping["$parameters"]?.json.object ?? [:])
    }

    private init(_ node: ManifestNode, named field: Field, in reader: ComponentReader) {
        self.node = node
        mapping = node.mapping ?? ManifestMapping()
        typeName = "'\(field.name)'"
        path = reader.path.field(field.name)
        source = reader.source
        ownParameters = reader.ownParameters
    }

    /// The component's `$parameters`, its parents' included.
    package var parameters: JSONObject { ownParameters.members }

    /// The reader of an object without a type, which has fields of its own; nil when it is left out.
    package func object(_ field: Field) -> ComponentReader? {
        guard let node = mapping[field.name], node.mapping != nil else { return nil }
        return ComponentReader(node, named: field, in: self)
    }

    // MARK: Scalars

    package func has(_ field: Field) -> Bool { mapping[field.name].map { !$0.isNull } ?? false }

    /// Whether a field is written as a list, where it may be one component or several.
    package func isList(_ field: Field) -> Bool { mapping[field.name]?.sequence != nil }

    package func value(_ field: Field) -> JSONValue? {
        guard let node = mapping[field.name], !node.isNull else { return field.defaultValue }
        return node.json
    }

    package func optionalString(_ field: Field) -> String? { value(field)?.string }

    package func string(_ field: Field) throws -> String {
        guard let text = optionalString(field) else { throw missing(field) }
        return text
    }

    /// An integer; one beyond 64 bits is the nearest within.
    package func optionalInteger(_ field: Field) -> Int? {
        guard case .bigInteger(let digits) = value(field) else { return value(field)?.integer }
        return digits.hasPrefix("-") ? .min : .max
    }

    package func bool(_ field: Field) -> Bool { value(field)?.bool ?? false }

    package func number(_ field: Field) -> Double? {
        switch value(field) {
        case .integer(let number): Double(number)
        case .bigInteger(let digits): Double(digits)
        case .double(let number): number
        default: nil
        }
    }

    /// The integers of a list.
    package func integers(_ field: Field) -> [Int] { value(field)?.array?.compactMap(\.integer) ?? [] }

    package func strings(_ field: Field) -> [String] { value(field)?.array?.compactMap(\.string) ?? [] }

    // MARK: Templates

    /// Notes whether a template changes what others see.
    private func note(_ changesVariables: Bool) { if changesVariables { source.parts.changes.note() } }

    private func origin(_ node: ManifestNode, _ path: ManifestPath) -> TemplateOrigin {
        TemplateOrigin(parameters: ownParameters, place: node.place, path: path, node: node)
    }

    package func optionalTemplate(_ field: Field) throws -> TemplateText? {
        let path = path.field(field.name)
        if let node = mapping[field.name] { return try template(node, at: path) }
        guard let value = field.defaultValue else { return nil }
        return try template(ManifestNode(json: value, place: node.place), at: path)
    }

    package func template(_ field: Field) throws -> TemplateText {
        guard let template = try optionalTemplate(field) else { throw missing(field) }
        return template
    }

    /// A template, an integer or a number, which counts as the template that prints it.
    private func template(_ node: ManifestNode, at path: ManifestPath) throws -> TemplateText? {
        let text: String
        switch node.value {
        case .string(let written): text = written
        case .integer, .bigInteger, .double, .timestamp: text = node.json.string ?? node.json.text
        case .bool(let flag): text = flag ? "True" : "False"
        default: return nil
        }
        do throws(TemplateError) {
            let template = try TemplateText(text, origin: origin(node, path))
            note(template.template.changes(anyOf: ChangedVariables.symbols))
            return template
        } catch {
            throw syntaxFault(error, node, path)
        }
    }

    package func templates(_ field: Field) throws -> [TemplateText] {
        let path = path.field(field.name)
        return try (mapping[field.name]?.sequence ?? []).enumerated().compactMap {
            try template($0.element, at: path.element($0.offset, of: $0.element))
        }
    }

    /// The templates of a list of lists.
    package func templateLists(_ field: Field) throws -> [[TemplateText]] {
        let path = path.field(field.name)
        return try (mapping[field.name]?.sequence ?? []).enumerated().map { index, list in
            let path = path.element(index, of: list)
            return try (list.sequence ?? []).enumerated().compactMap {
                try template($0.element, at: path.element($0.offset, of: $0.element))
            }
        }
    }

    package func optionalCondition(_ field: Field) throws -> TemplateCondition? {
        guard let node = mapping[field.name], let text = node.string else {
            guard let text = field.defaultValue?.string else { return nil }
            return try TemplateCondition(text, origin: origin(self.node, path.field(field.name)))
        }
        let path = path.field(field.name)
        do throws(TemplateError) {
            let condition = try TemplateCondition(text, origin: origin(node, path))
            note(condition.template.changes(anyOf: ChangedVariables.symbols))
            return condition
        } catch {
            throw syntaxFault(error, node, path)
        }
    }

    /// A mapping of templates; nil when the field is left out or is not a mapping.
    package func templateMapping(_ field: Field) throws -> TemplateMapping? {
        guard let node = mapping[field.name], let object = node.json.object, node.mapping != nil else { return nil }
        let path = path.field(field.name)
        do throws(TemplateError) {
            let mapping = try TemplateMapping(object, origin: origin(node, path))
            note(mapping.mapping.changes(anyOf: ChangedVariables.symbols))
            return mapping
        } catch {
            throw syntaxFault(error, node, path)
        }
    }

    /// A tree of templates; nil when the field is left out.
    package func nestedTemplates(_ field: Field) throws -> NestedTemplates? {
        guard let node = mapping[field.name], !node.isNull else { return nil }
        let path = path.field(field.name)
        do throws(TemplateError) {
            let templates = try NestedTemplates(node.json, origin: origin(node, path))
            note(templates.tree.changes(anyOf: ChangedVariables.symbols))
            return templates
        } catch {
            throw syntaxFault(error, node, path)
        }
    }

    // MARK: Components

    package func optionalComponent<Part>(_ field: Field, _ role: Role<Part>) throws -> Part? {
        let path = path.field(field.name)
        if let node = mapping[field.name], node.mapping != nil { return try component(node, role, at: path) }
        guard let value = field.defaultValue, value["type"] != nil else { return nil }
        return try component(ManifestNode(json: value, place: node.place), role, at: path)
    }

    package func component<Part>(_ field: Field, _ role: Role<Part>) throws -> Part {
        guard let part = try optionalComponent(field, role) else { throw missing(field) }
        return part
    }

    /// The components of a list; a single mapping counts as a list of one.
    package func components<Part>(_ field: Field, _ role: Role<Part>) throws -> [Part] {
        guard let node = mapping[field.name] else { return [] }
        let path = path.field(field.name)
        guard let elements = node.sequence else {
            return node.mapping == nil ? [] : [try component(node, role, at: path)]
        }
        return try elements.enumerated().map {
            try component($0.element, role, at: path.element($0.offset, of: $0.element))
        }
    }

    /// The components of a mapping with free names.
    package func namedComponents<Part>(_ field: Field, _ role: Role<Part>) throws -> [(name: String, part: Part)] {
        let path = path.field(field.name)
        return try (mapping[field.name]?.mapping?.entries ?? [:]).map { name, entry in
            (name, try component(entry.node, role, at: path.field(name)))
        }
    }

    package func component<Part>(
        _ node: ManifestNode,
        _ role: Role<Part>,
        at path: ManifestPath = ManifestPath()
    ) throws -> Part {
        guard let entry = role.entry(node.typeName ?? "") else {
            throw fault("unknown-type", "expected one of: \(role.words)", at: node, path: path, fix: nil)
        }
        return try entry.make(ComponentReader(node, path: path, source: source))
    }

    // MARK: Faults

    private func missing(_ field: Field) -> ManifestFault {
        fault("missing-field", "\(typeName) needs '\(field.name)'", at: node, path: path, fix: field.text)
    }

    /// A fault of a field of this component.
    package func fault(
        _ field: Field,
        code: String = "invalid-value",
        _ message: String,
        fix: String? = nil
    ) -> ManifestFault {
        fault(code, message, at: mapping[field.name] ?? node, path: path.field(field.name), fix: fix)
    }

    private func fault(
        _ code: String,
        _ message: String,
        at node: ManifestNode,
        path: ManifestPath,
        fix: String?
    ) -> ManifestFault {
        ManifestFault(Diagnostic(code: code, message, place: node.place, path: path.description, fix: fix))
    }

    private func syntaxFault(_ error: TemplateError, _ node: ManifestNode, _ path: ManifestPath) -> ManifestFault {
        ManifestFault(
            Diagnostic(
                code: "template-syntax",
                error.message,
                place: node.place(ofTemplateRange: error.range),
                path: path.description,
                fix: error.hint
            )
        )
    }
}

extension ManifestNode {
    package var isNull: Bool {
        if case .null = value { return true }
        return false
    }
}

/// What all components of one source share while they are read.
package struct SourceContext: Sendable {
    /// Name of the stream that is being read from the manifest, for requesters and messages.
    package var streamName = ""
    /// The first part of the address of the requester that is being read, for its authenticator.
    package var requestBase: TemplateText?
    /// Names of the streams that other streams read as parents.
    package var parentNames: Set<String> = []
    /// Whether values of responses are in the components, so that hosts in them get no credentials.
    package private(set) var isOfResponses = false
    /// Runs the Python classes of the manifest; nil where nothing does.
    package var python: (any ClassRunner)?
    /// The definition of the stream that is being read.
    package var streamDefinition: ManifestNode?
    /// Gets the components that others ask for once all are read, such as every requester.
    package private(set) var parts = ReadParts()

    package init(streamName: String = "", parentNames: Set<String> = []) {
        self.streamName = streamName
        self.parentNames = parentNames
    }

    /// The same for components that have no part in the reading of streams.
    package func apart() -> SourceContext {
        var other = self
        other.parts = ReadParts()
        return other
    }

    /// The same for components with values of responses in them, which others do not ask for.
    package func ofResponses() -> SourceContext {
        var other = self
        other.isOfResponses = true
        other.parts = ReadParts(changes: parts.changes)
        return other
    }
}
