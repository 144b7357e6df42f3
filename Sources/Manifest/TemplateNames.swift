import Config
import JSONSchema
import Jinja

/// The names below the variables of templates that a manifest itself decides: settings of the configuration, fields of
/// partitions and of intervals.
///
/// What is decided elsewhere is not judged: records and responses are the API's.
struct TemplateNames {
    /// A name that a template reads and that nothing sets.
    struct Unknown {
        /// As written out from the variable on, such as `config['apitoken']`.
        let expression: String
        /// The last name of it, for its place in the text.
        let name: String
        /// What would have to set it.
        let owner: String
        /// The names that are set there.
        let known: [String]
    }

    /// The settings; nil when the manifest does not say which there are.
    var config: ConfigNames?
    /// The names of the stream around a template; nil outside of streams.
    var slice: SliceNames?

    /// The names that a template reads and that nothing sets, in a fixed order.
    mutating func unknown(in template: Template) -> [Unknown] {
        let settings = template.paths(under: "config").compactMap { config?.unknown($0) }
        let fields = ["stream_partition", "stream_interval", "stream_slice"].flatMap { variable in
            template.paths(under: variable).compactMap { slice?.unknown($0, below: variable) }
        }
        return (settings + fields).sorted { $0.expression < $1.expression }
    }
}

/// The settings of the configuration that a manifest declares.
struct ConfigNames {
    private let schema: ConfigSchema
    private let root: ManifestNode
    /// The names of the settings themselves, which nearly all templates read.
    private let settings: Set<String>
    /// What was found out about a way, as many templates read the same settings.
    private var judged: [[String]: TemplateNames.Unknown?] = [:]

    /// Nil when the manifest has no specification that lists settings.
    init?(_ root: ManifestNode) {
        guard let written = root.mapping?["spec"]?.mapping?["connection_specification"] else { return nil }
        schema = ConfigSchema(written.json)
        settings = Set(ConfigSchema.names(in: schema.schemas(at: [])))
        self.root = root
        if settings.isEmpty { return nil }
    }

    /// The first name on the way that is not declared; nil when all are, or when anything may be there.
    mutating func unknown(_ path: [String]) -> TemplateNames.Unknown? {
        if path.count == 1, settings.contains(path[0]) { return nil }
        if let known = judged[path] { return known }
        let unknown = firstUnknown(of: path)
        judged[path] = .some(unknown)
        return unknown
    }

    private mutating func firstUnknown(of path: [String]) -> TemplateNames.Unknown? {
        for (index, name) in path.enumerated() {
            let schemas = schema.schemas(at: path[..<index].map { .key($0) })
            let known = ConfigSchema.names(in: schemas)
            if known.isEmpty || name.hasPrefix("__") || ConfigSchema.isOpen(schemas) { return nil }
            if known.contains(name) { continue }
            if migratedNames.contains(name) || updatedNames.contains(name) { return nil }
            let expression = "config" + path[...index].map { "['\($0)']" }.joined()
            return TemplateNames.Unknown(expression: expression, name: name, owner: "the spec declares", known: known)
        }
        return nil
    }

    /// Names that the specification's own rules put into the configuration.
    private lazy var migratedNames: Set<String> = {
        var added: Set<String> = []
        for part in ["config_normalization_rules", "advanced_auth"] {
            root.mapping?["spec"]?.mapping?[part].map { Self.texts(in: $0, &added) }
        }
        return added
    }()

    /// Names that authenticators put into the configuration, wherever; looked for last, in all of the manifest.
    private lazy var updatedNames: Set<String> = {
        var added: Set<String> = []
        Self.updaters(in: root, &added)
        return added
    }()

    /// Parts of a manifest that keep no tokens.
    private static let passedOver: Set<String> = ["schema_loader", "schemas", "connection_specification"]

    private static func texts(in node: ManifestNode, _ texts: inout Set<String>) {
        if let text = node.string { texts.insert(text) }
        node.sequence?.forEach { Self.texts(in: $0, &texts) }
        node.mapping?.entries.values.forEach { Self.texts(in: $0.node, &texts) }
    }

    /// The places that rotating tokens are kept in.
    private static func updaters(in node: ManifestNode, _ names: inout Set<String>) {
        switch node.value {
        case .sequence(let elements): for element in elements { updaters(in: element, &names) }
        case .mapping(let mapping):
            for (key, entry) in mapping.entries {
                switch entry.node.value {
                case .sequence, .mapping: break
                default: continue
                }
                if key == "refresh_token_updater" {
                    names.formUnion(["credentials", "access_token", "refresh_token", "token_expiry_date"])
                    texts(in: entry.node, &names)
                } else if !passedOver.contains(key) {
                    updaters(in: entry.node, &names)
                }
            }
        default: break
        }
    }
}
