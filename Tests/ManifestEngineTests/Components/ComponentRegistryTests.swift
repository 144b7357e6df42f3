import Foundation
import Manifest
import ManifestEngine
import Testing

/// All roles of the registry.
private let allRoles = ComponentRegistry.roles

/// All types of the registry.
private let allTypes: [any Component.Type] = allRoles.flatMap(\.types)

private let allTypeNames = allTypes.map { $0.typeName }
private let allRoleNames = allRoles.map { $0.name }

@Suite("ComponentRegistry")
struct ComponentRegistryTests {
    private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Sources/ManifestEngine").standardizedFileURL

    @Test("the list of roles has all of them")
    func completeness() throws {
        let files = ["ComponentRegistry.swift", "ComponentRegistry+Parts.swift"]
        let text = try files.map { name in
            try String(contentsOf: Self.sources.appending(path: "Components/\(name)"), encoding: .utf8)
        }
        .joined()
        #expect(text.components(separatedBy: " = Role<").count - 1 == allRoles.count)
    }

    @Test(
        "types and absent types of a role are in the order of the alphabet, each once",
        arguments: allRoleNames
    )
    func alphabet(_ name: String) throws {
        let role = try #require(allRoles.first { $0.name == name })
        #expect(role.typeNames == Set(role.typeNames).sorted())
        #expect(role.absent == Set(role.absent).sorted())
        #expect(Set(role.typeNames).isDisjoint(with: role.absent))
    }

    @Test("every type and field has a text that is a sentence", arguments: allTypeNames)
    func sentences(_ name: String) throws {
        let type = try #require(allTypes.first { $0.typeName == name })
        let details = type.details.isEmpty ? [] : [type.details]
        for text in [type.summary] + details + type.fields.map(\.text) {
            #expect(text.hasSuffix(".") && (text.first?.isUppercase == true || text.hasPrefix("`")), "\(text)")
        }
        let names = type.fields.map(\.name)
        #expect(Set(names).count == names.count)
    }

    @Test("the Swift name of a type is its name in the manifest", arguments: allTypeNames)
    func swiftNames(_ name: String) throws {
        let type = try #require(allTypes.first { $0.typeName == name })
        #expect(String(describing: type) == name)
    }
}
