import Diagnostics
package import JSON
package import Jinja
package import Manifest

/// The partitions of several routers, one router after the other, each value once.
///
/// Manifest type `UnionPartitionRouter`. Every partition is `{partition_field: value}`; other fields of a child's
/// partition, such as `parent_slice`, become extra fields. Values are the same where Python finds them equal: `1` and
/// `1.0` are, `1` and `"1"` are not. Throws a system failure for a child without the field and for values that are lists
/// or objects.
package struct UnionPartitionRouter: Component, PartitionRouter {
    package static let typeName = "UnionPartitionRouter"
    package static let summary = "The partitions of several routers, each value once."
    package static let details = """
        Other fields in the partitions of a router become extra fields. The routers cannot inject request \
        options, and none of them may be a GroupingPartitionRouter.
        """
    package static let example = """
        type: UnionPartitionRouter
        partition_field: id
        partition_routers:
          - type: ListPartitionRouter
            values: [a, b]
            cursor_field: id
          - type: ListPartitionRouter
            values: [b, c]
            cursor_field: id
        """

    private static let fieldField = Field.required(
        "partition_field",
        .template(reads: .config),
        "Name of the value in the slice; every child must use it."
    )
    private static let routersField = Field.required(
        "partition_routers",
        .list(.component(ComponentRegistry.partitionRouters), atLeast: 2),
        "The routers."
    )
    package static let fields = [fieldField, routersField]

    private let name: TemplateText
    private let routers: [any PartitionRouter]

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] {
        let field = routersField.name
        guard let children = mapping[field]?.sequence else { return [] }
        var faults: [FieldFault] = []
        if children.contains(where: { $0.typeName == GroupingPartitionRouter.typeName }) {
            let message = "a GroupingPartitionRouter cannot be part of a union"
            faults.append(FieldFault(field, message, fix: "put the union inside the group"))
        }
        if children.contains(where: hasRequestOption) {
            let message = "the routers in a union cannot inject request options"
            faults.append(FieldFault(field, message, fix: "read stream_partition in a template of the requester"))
        }
        let name = mapping[fieldField.name]?.string
        for other in children.flatMap(partitionNames) where name != nil && other != name && isPlain(other, name) {
            let message = "'partition_field' is '\(name ?? "")', but one of the routers makes '\(other)'"
            faults.append(FieldFault(field, message, fix: "give all of them the same name"))
        }
        return faults
    }

    private static func isPlain(_ one: String, _ other: String?) -> Bool {
        !one.contains("{") && other?.contains("{") == false
    }

    private static func hasRequestOption(_ child: ManifestNode) -> Bool {
        let parents = child.mapping?["parent_stream_configs"]?.sequence ?? []
        return child.mapping?["request_option"] != nil || parents.contains { $0.mapping?["request_option"] != nil }
    }

    /// The names that a router in the manifest gives to its values.
    private static func partitionNames(_ child: ManifestNode) -> [String] {
        let parents = child.mapping?["parent_stream_configs"]?.sequence ?? []
        let names = [child.mapping?["cursor_field"], child.mapping?[fieldField.name]]
        return (names + parents.map { $0.mapping?[fieldField.name] }).compactMap { $0?.string }
    }

    package init(_ reader: ComponentReader) throws {
        name = try reader.template(Self.fieldField)
        routers = try reader.components(Self.routersField, ComponentRegistry.partitionRouters)
    }

    package var parents: [ParentStreamConfig] { routers.flatMap(\.parents) }
    package let keepsParentState = true

    package func generate(
        _ run: PartitionRun,
        _ body: (GeneratedPartition) async throws -> Void
    ) async throws -> JSONObject? {
        let name = try name.text(in: run.makeScope())
        var seen = SeenKeys()
        var state = JSONObject()
        for router in routers {
            let before = state
            let after = try await router.generate(run) { partition in
                let value = try Self.value(name, of: partition.slice)
                guard try seen.insert(value) else { return }
                let merged = before.merging(partition.parentState ?? [:]) { $1 }
                try await body(GeneratedPartition(Self.slice(name, value, partition.slice), parentState: merged))
            }
            state.merge(after ?? [:]) { $1 }
        }
        return state
    }

    private static func slice(_ name: String, _ value: JSONValue, _ slice: StreamSlice) -> StreamSlice {
        let others = slice.partition.filter { $0.key != name }
        return StreamSlice(partition: [name: value], extraFields: slice.extraFields.merging(others) { $1 })
    }

    private static func value(_ name: String, of slice: StreamSlice) throws -> JSONValue {
        guard let value = slice.partition[name] else {
            throw EngineFailure(
                .system,
                "A router of a UnionPartitionRouter has no '\(name)' in its partition: \(slice.summary)"
            )
        }
        return value
    }

    package func requestParts(for slice: StreamSlice, in scope: Scope) -> RequestParts { RequestParts() }
}
