import Foundation
import Manifest
import ManifestEngine
import Testing

/// All roles of the registry.
private let allRoles: [any AnyRole] = [
    ComponentRegistry.sources, ComponentRegistry.specs, ComponentRegistry.configNormalizationRules,
    ComponentRegistry.configMigrations, ComponentRegistry.configTransformations, ComponentRegistry.configValidators,
    ComponentRegistry.validationStrategies, ComponentRegistry.checks, ComponentRegistry.streams,
    ComponentRegistry.dynamicStreams, ComponentRegistry.retrievers, ComponentRegistry.requesters,
    ComponentRegistry.queryProperties, ComponentRegistry.requestBodies, ComponentRegistry.requestOptions,
    ComponentRegistry.pageTokenOptions,
    ComponentRegistry.authenticators, ComponentRegistry.errorHandlers, ComponentRegistry.responseFilters,
    ComponentRegistry.backoffStrategies, ComponentRegistry.paginators, ComponentRegistry.paginationStrategies,
    ComponentRegistry.decoders, ComponentRegistry.recordSelectors, ComponentRegistry.extractors,
    ComponentRegistry.recordFilters, ComponentRegistry.schemaNormalizations, ComponentRegistry.transformations,
    ComponentRegistry.keyTransformations, ComponentRegistry.addedFields, ComponentRegistry.partitionRouters,
    ComponentRegistry.parentStreams, ComponentRegistry.cursors, ComponentRegistry.datetimes,
    ComponentRegistry.stateMigrations, ComponentRegistry.schemaLoaders, ComponentRegistry.concurrencyLevels,
    ComponentRegistry.budgets, ComponentRegistry.callRatePolicies, ComponentRegistry.rates,
    ComponentRegistry.requestMatchers,
]

/// All types of the registry.
private let allTypes: [any Component.Type] = allRoles.flatMap { role in role.typeNames.compactMap { role.type($0) } }

private let allTypeNames = allTypes.map { $0.typeName }
private let allRoleNames = allRoles.map { $0.name }

@Suite("ComponentRegistry")
struct ComponentRegistryTests {
    private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Sources/ManifestEngine").standardizedFileURL

    private func sourceFiles() throws -> Set<String> {
        let files = FileManager.default.enumerator(at: Self.sources, includingPropertiesForKeys: nil)
        let names = (files?.allObjects ?? []).compactMap { ($0 as? URL)?.lastPathComponent }
        return Set(names.filter { $0.hasSuffix(".swift") })
    }

    @Test("all roles of the registry are looked at here")
    func completeness() throws {
        let text = try String(
            contentsOf: Self.sources.appending(path: "Components/ComponentRegistry.swift"),
            encoding: .utf8
        )
        #expect(text.components(separatedBy: "package static let ").count - 1 == allRoles.count)
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

    @Test("every type has a source file named for it")
    func fileNames() throws {
        let files = try sourceFiles()
        #expect(files.count > 100)
        let missing = allTypes.map { "\($0.typeName).swift" }.filter { !files.contains($0) }
        #expect(missing.isEmpty)
    }

    @Test("every type and field has a text that is a sentence", arguments: allTypeNames)
    func sentences(_ name: String) throws {
        let type = try #require(allTypes.first { $0.typeName == name })
        for text in [type.summary] + type.fields.map(\.text) {
            #expect(text.hasSuffix(".") && text.first?.isUppercase == true, "\(text)")
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
