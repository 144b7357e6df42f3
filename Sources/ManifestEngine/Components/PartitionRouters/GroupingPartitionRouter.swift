import Diagnostics
package import JSON
package import Jinja
package import Manifest

/// Collects the partitions of another router in groups.
///
/// Manifest type `GroupingPartitionRouter`. Each value of a group's partition and each extra field is the list of those of
/// its members. With `deduplicate` a partition that came before, in any group, is left out.
package struct GroupingPartitionRouter: Component, PartitionRouter {
    package static let typeName = "GroupingPartitionRouter"
    package static let summary = "Collects the partitions of another router in groups."
    package static let details = """
        Each value of a group, and each extra field, is the list of those of its members. The router inside \
        cannot inject request options.
        """
    package static let example = """
        type: GroupingPartitionRouter
        group_size: 100
        underlying_partition_router:
          type: ListPartitionRouter
          values: [a, b, c]
          cursor_field: id
        """

    private static let sizeField = Field.required("group_size", .integer(.atLeast(1)), "Partitions in a full group.")
    private static let routerField = Field.required(
        "underlying_partition_router",
        .component(ComponentRegistry.partitionRouters),
        "The router whose partitions are grouped."
    )
    private static let deduplicateField = Field(
        "deduplicate",
        .boolean,
        default: true,
        "Whether repeated partitions are left out."
    )
    package static let fields = [sizeField, routerField, deduplicateField]

    private let size: Int
    private let router: any PartitionRouter
    private let isDeduplicating: Bool

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] {
        var faults: [FieldFault] = []
        let inner = mapping[routerField.name]?.mapping
        let parents = inner?["parent_stream_configs"]?.sequence ?? []
        if inner?["request_option"] != nil || parents.contains(where: { $0.mapping?["request_option"] != nil }) {
            let message = "a router in a group cannot inject request options"
            faults.append(
                FieldFault(routerField.name, message, fix: "read stream_partition in a template of the requester")
            )
        }
        return faults
    }

    package init(_ reader: ComponentReader) throws {
        size = reader.optionalInteger(Self.sizeField) ?? 1
        router = try reader.component(Self.routerField, ComponentRegistry.partitionRouters)
        isDeduplicating = reader.bool(Self.deduplicateField)
    }

    package var parents: [ParentStreamConfig] { router.parents }
    package var keepsParentState: Bool { router.keepsParentState }
    package let isGrouping = true

    package func generate(
        _ run: PartitionRun,
        _ body: (GeneratedPartition) async throws -> Void
    ) async throws -> JSONObject? {
        var group = PartitionGroup(size: size, isDeduplicating: isDeduplicating)
        let state = try await router.generate(run) { partition in
            if let full = try group.add(partition) { try await body(full) }
        }
        if let rest = group.take() { try await body(rest) }
        return state
    }

    package func requestParts(for slice: StreamSlice, in scope: Scope) -> RequestParts { RequestParts() }
}

/// The group that is being filled.
struct PartitionGroup {
    let size: Int
    private var seen: SeenKeys?
    private var members: [GeneratedPartition] = []

    init(size: Int, isDeduplicating: Bool) {
        self.size = size
        seen = isDeduplicating ? SeenKeys() : nil
    }

    /// Adds a partition; gives the group when that makes it full.
    mutating func add(_ partition: GeneratedPartition) throws -> GeneratedPartition? {
        let names = partition.slice.partition.keys.filter { $0 != "parent_slice" }
        guard let name = names.first, names.count == 1, let value = partition.slice.partition[name] else {
            throw EngineFailure(
                .system,
                "A GroupingPartitionRouter needs partitions of one value, not \(partition.slice.summary)."
            )
        }
        if seen != nil, try !(seen?.insert(value) ?? true) { return nil }
        members.append(partition)
        return members.count >= size ? take() : nil
    }

    /// The group so far; nil when it is empty.
    mutating func take() -> GeneratedPartition? {
        guard let last = members.last else { return nil }
        defer { members = [] }
        return GeneratedPartition(
            StreamSlice(
                partition: Self.columns(members.map(\.slice.partition)),
                extraFields: Self.columns(members.map(\.slice.extraFields))
            ),
            parentState: last.parentState
        )
    }

    /// Rows of values as lists by name; what a row does not have is null.
    private static func columns(_ rows: [JSONObject]) -> JSONObject {
        var columns = JSONObject()
        for name in rows.flatMap(\.keys) where columns[name] == nil {
            columns[name] = .array(rows.map { $0[name] ?? .null })
        }
        return columns
    }
}
