package import Diagnostics

/// A type of the manifest language: its name, its fields, and how it is read.
package protocol Component: Sendable {
    /// The name in the manifest's `type`.
    static var typeName: String { get }
    /// What the type does, in one sentence.
    static var summary: String { get }
    /// What there is to know beyond the summary and the fields; empty when there is nothing.
    static var details: String { get }
    /// The component in YAML, as it may stand in a manifest.
    static var example: String { get }
    /// All fields it reads, in the order of the reference page.
    static var fields: [Field] { get }
    /// Whether an unknown field is an error; elsewhere it is a warning, as the reference reads over it.
    static var refusesUnknownFields: Bool { get }
    /// Whether a class in Python does the work: it has whatever other fields it likes.
    static var runsPython: Bool { get }
    /// Fields of the language that the engine does not run yet.
    static var absentFields: [String] { get }
    /// Faults that do not show in a single field, such as two fields that exclude each other.
    static func faults(in mapping: ManifestMapping) -> [FieldFault]
    /// The names in the slices of the stream that the component describes; nil when it describes none.
    static func sliceNames(in mapping: ManifestMapping) -> SliceNames?
    /// Reads a component that passed the check; throws `ManifestFault` for what only the whole can tell.
    init(_ reader: ComponentReader) throws
}

extension Component {
    package static var details: String { "" }
    package static var refusesUnknownFields: Bool { false }
    package static var runsPython: Bool { false }
    package static var absentFields: [String] { [] }
    package static func faults(in mapping: ManifestMapping) -> [FieldFault] { [] }
    package static func sliceNames(in mapping: ManifestMapping) -> SliceNames? { nil }
}

/// A fault that concerns a field, or the component as a whole.
package struct FieldFault: Sendable {
    let field: String?
    let code: String
    let message: String
    let fix: String?
    let severity: Diagnostic.Severity
    /// Where the fault is, when that is deeper than the field.
    let node: ManifestNode?

    package init(
        _ field: String? = nil,
        code: String = "invalid-combination",
        _ message: String,
        fix: String? = nil,
        severity: Diagnostic.Severity = .error,
        at node: ManifestNode? = nil
    ) {
        self.node = node
        self.severity = severity
        self.field = field
        self.code = code
        self.message = message
        self.fix = fix
    }
}

/// The part a component plays, and the types that can play it.
package protocol AnyRole: Sendable {
    var name: String { get }
    var typeNames: [String] { get }
    /// Types of the language that the engine does not run yet.
    var absent: [String] { get }
    func type(_ name: String) -> (any Component.Type)?
}

extension AnyRole {
    package var words: String { typeNames.joined(separator: ", ") }
    /// The types that the engine runs, in order.
    package var types: [any Component.Type] { typeNames.compactMap(type) }

    /// The types that need no Python, in order.
    package var native: [any Component.Type] { types.filter { !$0.runsPython } }

    /// The fields of its types whose content holds values for a configuration and no references.
    package var settingsFields: Set<String> {
        let fields = types.flatMap { $0.fields }
        return Set(fields.filter { if case .settings = $0.shape { true } else { false } }.map(\.name))
    }

    /// The name with its article.
    var oneOfThem: String { ("aeiou".contains(name.first ?? "x") ? "an " : "a ") + name }
}

/// A role whose components are values of `Part`, usually a protocol.
package struct Role<Part>: AnyRole {
    /// One type of a role.
    package struct Entry: Sendable {
        let type: any Component.Type
        let make: @Sendable (ComponentReader) throws -> Part

        package init<Type: Component>(_ type: Type.Type, _ make: @escaping @Sendable (ComponentReader) throws -> Part) {
            self.type = type
            self.make = make
        }
    }

    package let name: String
    let entries: [Entry]
    package let absent: [String]

    package init(_ name: String, _ entries: [Entry], absent: [String] = []) {
        self.name = name
        self.entries = entries
        self.absent = absent
    }

    package var typeNames: [String] { entries.map { $0.type.typeName } }

    package func type(_ name: String) -> (any Component.Type)? { entry(name)?.type }

    func entry(_ name: String) -> Entry? { entries.first { $0.type.typeName == name } }
}
