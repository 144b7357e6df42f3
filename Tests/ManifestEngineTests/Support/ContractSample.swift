import JSON
import Manifest
import ManifestEngine
import ManifestEngineTesting

/// A component of each type that a role has, so that a new type is held to the contract of its role at once.
struct ContractSample<Part>: Sendable {
    let type: String
    /// Its fields as YAML: those of the example in the reference pages, unless the contract needs others.
    let yaml: String
    private let role: Role<Part>

    /// The types of a role that run without Python.
    ///
    /// - Parameter others: fields that take the place of a type's example.
    static func all(of role: Role<Part>, others: [String: String] = [:]) -> [ContractSample] {
        role.native.map { type in
            ContractSample(type: type.typeName, yaml: others[type.typeName] ?? type.example, role: role)
        }
    }

    /// A component of its own.
    func make() throws -> Part { try ComponentText(yaml, type: type).read(as: role) }

    /// The same fields on one line, to stand inside of other YAML.
    func inLine() throws -> String {
        let fields = try ManifestNode(yaml: yaml).json.object ?? [:]
        return JSONValue.object(fields.merging(["type": .string(type)]) { $1 }).text
    }
}
