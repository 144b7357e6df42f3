import Diagnostics
import JSON
import Jinja
import Manifest
import YAML

/// The template of dynamic streams: its node, into which mappings put values.
struct StreamTemplate: Sendable {
    let context: SourceContext
    private let node: ManifestNode
    private let json: JSONValue
    private let path: ManifestPath
    private let outerParametersWin: Bool
    /// Where the manifest's own components are read.
    private let outer: SourceContext

    /// - Parameters:
    ///   - outerParametersWin: whether a parameter from further up wins over a component's own.
    ///   - isOfResponses: whether values come from the API, whose hosts get no credentials.
    init(_ reader: ComponentReader, _ field: Field, outerParametersWin: Bool, isOfResponses: Bool) {
        node = reader.mapping[field.name] ?? reader.node
        json = node.json
        path = reader.path.field(field.name)
        self.outerParametersWin = outerParametersWin
        outer = reader.source
        context = isOfResponses ? reader.source.ofResponses() : reader.source
    }

    /// Names the hosts that the template and its mappings have written out.
    func nameHosts(_ mappings: [ComponentMappingDefinition]) {
        for mapping in mappings { outer.parts.add(NamedAddress(template: mapping.value)) }
        // What lacks values yet cannot be read, and names no hosts.
        _ = try? ComponentReader(node, path: path, source: outer).component(node, ComponentRegistry.streams, at: path)
    }

    // MARK: Filling

    /// The node of a stream: the template with values in it.
    func filled(by resolver: any ComponentsResolver, with values: ComponentValues, in scope: Scope) throws
        -> ManifestNode
    {
        scope[.componentsValues] = values.make()
        scope[.streamTemplateConfig] = Value(json)
        scope[.streamSlice] = values.slice.map { .object(SliceObject($0)) }
        var filled = node
        for mapping in resolver.mappings {
            guard try mapping.condition?.holds(in: scope) ?? true else { continue }
            filled = try Self.change(filled, by: mapping, resolver.yamlRule, in: scope)
        }
        return filled
    }

    private static func change(
        _ node: ManifestNode,
        by mapping: ComponentMappingDefinition,
        _ rule: YAMLRule,
        in scope: Scope
    ) throws -> ManifestNode {
        let value = try mapping.value.value(in: scope, types: mapping.types).json().resolved
        let steps = try mapping.path.map { try $0.value(in: scope).json() }
        let new = made(of: value, mapping, rule)
        let places = try DpathGlob.places(steps.map(DpathGlob.Segment.init), in: node.json)
        if !places.isEmpty { return places.reduce(node) { $0.replacing($1, with: new) } }
        guard mapping.creates, rule != .never, new.isTruthy else { return node }
        do throws(JSONPathFault) {
            return try node.creating(steps.map { $0.string ?? $0.text }, with: new)
        } catch {
            throw EngineFailure(
                .system,
                "The path \(error.path.joined(separator: ".")) cannot be created in the stream template: \(error.reason)."
            )
        }
    }

    /// The node of a value, read as YAML where the resolver does so; what is not YAML stays a string.
    private static func made(
        of value: JSONValue,
        _ mapping: ComponentMappingDefinition,
        _ rule: YAMLRule
    ) -> ManifestNode {
        let place = mapping.value.origin.place
        let isRead = rule == .always || rule == .unlessString && !mapping.isString
        guard isRead, let text = value.string, let document = try? YAML.load(text: text, name: "value") else {
            return ManifestNode(json: value, place: place)
        }
        var builder = NodeBuilder()
        return ManifestNode(json: builder.node(document).json, place: place)
    }

    // MARK: Reading

    /// The stream of a filled node.
    ///
    /// - Throws: `ManifestFault` with everything that is wrong with it.
    func stream(of node: ManifestNode) throws -> any StreamDefinition {
        guard let name = node.mapping?["name"]?.string else { throw ManifestFault(unnamed(node)) }
        let (filled, fault) = ParameterPropagation.again(
            to: node,
            as: ComponentRegistry.streams,
            outerWins: outerParametersWin
        )
        if let fault { throw ManifestFault(fault) }
        let whole = ScalarStrings.written(in: filled, as: ComponentRegistry.streams)
        var checker = ManifestChecker(hasPython: context.python != nil)
        checker.check(whole, as: ComponentRegistry.streams, at: path)
        if checker.diagnostics.hasErrors { throw ManifestFault(Diagnostics(checker.diagnostics.errors)) }
        var source = context
        source.parentNames.formUnion(ParentNames.all(in: whole))
        return try ComponentReader(whole, path: path, source: source).named(name)
            .component(whole, ComponentRegistry.streams, at: path)
    }

    /// What is wrong with a stream, as a fault of the template.
    func fault(_ error: any Error) -> ManifestFault {
        if let fault = error as? ManifestFault { return fault }
        let message = EngineFailure.from(error).message
        return ManifestFault(
            Diagnostic(code: "unmade-stream", message, place: node.place, path: path.description, fix: nil)
        )
    }

    private func unnamed(_ node: ManifestNode) -> Diagnostic {
        let found = node.mapping?["name"]
        return Diagnostic(
            code: "wrong-type",
            "the name of a stream must be a string, found \(found?.kindName ?? "none")",
            place: found?.place ?? node.place,
            path: path.field("name").description,
            fix: "let a mapping of the resolver set it, with 'value_type: string'"
        )
    }
}
