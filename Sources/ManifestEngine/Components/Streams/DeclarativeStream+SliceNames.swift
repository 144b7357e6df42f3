package import Manifest

extension DeclarativeStream {
    package static func sliceNames(in stream: ManifestMapping) -> SliceNames? {
        let router = stream["retriever"]?.mapping?["partition_router"]
        return SliceNames(
            partition: router.map(fields(of:)) ?? [],
            interval: stream["incremental_sync"].map(fields(ofCursor:)) ?? []
        )
    }

    private static func fields(of router: ManifestNode) -> Set<String>? {
        if let routers = router.sequence { return union(routers.map(fields(of:))) }
        guard let mapping = router.mapping else { return nil }
        switch router.typeName {
        case ListPartitionRouter.typeName: return literal(mapping["cursor_field"]).map { [$0] }
        case SubstreamPartitionRouter.typeName:
            let parents = mapping["parent_stream_configs"]?.sequence ?? []
            return union(parents.map(fields(ofParent:)))?.union(["parent_slice"])
        case UnionPartitionRouter.typeName: return literal(mapping["partition_field"]).map { [$0] }
        case GroupingPartitionRouter.typeName:
            return mapping["underlying_partition_router"].flatMap(fields(of:))
        default: return nil
        }
    }

    private static func fields(ofParent parent: ManifestNode) -> Set<String>? {
        literal(parent.mapping?["partition_field"]).map { [$0] }
    }

    private static func fields(ofCursor cursor: ManifestNode) -> Set<String>? {
        guard let mapping = cursor.mapping, cursor.typeName == DatetimeBasedCursor.typeName else { return nil }
        let start = mapping["partition_field_start"].map(literal) ?? "start_time"
        let end = mapping["partition_field_end"].map(literal) ?? "end_time"
        guard let start, let end else { return nil }
        return [start, end]
    }

    private static func union(_ sets: [Set<String>?]) -> Set<String>? {
        sets.reduce(into: Set<String>?([])) { all, set in all = set.flatMap { all?.union($0) } }
    }

    /// A string without a template in it.
    private static func literal(_ node: ManifestNode?) -> String? {
        node?.string.flatMap { $0.contains("{") ? nil : $0 }
    }
}
