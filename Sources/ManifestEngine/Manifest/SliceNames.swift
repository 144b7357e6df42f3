/// The fields that the partition router and the cursor of one stream put into its slices.
struct SliceNames {
    /// Fields of the partition; nil when a template or another process decides about one of them.
    private let partition: Set<String>?
    /// Fields of the interval; nil likewise.
    private let interval: Set<String>?

    /// - Parameter stream: the fields of a `DeclarativeStream`.
    init(_ stream: ManifestMapping) {
        let router = stream["retriever"]?.mapping?["partition_router"]
        partition = router.map(Self.fields(of:)) ?? []
        interval = stream["incremental_sync"].map(Self.fields(ofCursor:)) ?? []
    }

    /// The first name of a path below `stream_partition`, `stream_interval` or `stream_slice`, when no slice has it.
    ///
    /// A stream without partitions or without intervals is not judged: templates that several streams share ask
    /// whether there is one.
    func unknown(_ path: [String], below variable: String) -> TemplateNames.Unknown? {
        guard let name = path.first, let known = names(below: variable), !known.isEmpty, !known.contains(name) else {
            return nil
        }
        return TemplateNames.Unknown(
            expression: "\(variable)['\(name)']",
            name: name,
            owner: "the slices of this stream have",
            known: known.sorted()
        )
    }

    private func names(below variable: String) -> Set<String>? {
        switch variable {
        case "stream_partition": partition
        case "stream_interval": interval.flatMap { $0.isEmpty ? $0 : $0.union(partition ?? []) }
        default: all
        }
    }

    private var all: Set<String>? {
        guard let partition, let interval, !partition.isEmpty || !interval.isEmpty else { return nil }
        return partition.union(interval).union(["partition", "cursor_slice", "extra_fields", "_partition"])
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

    /// A text without a template in it.
    private static func literal(_ node: ManifestNode?) -> String? {
        node?.string.flatMap { $0.contains("{") ? nil : $0 }
    }
}
