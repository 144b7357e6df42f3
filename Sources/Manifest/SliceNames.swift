/// The fields that the partition router and the cursor of one stream put into its slices.
package struct SliceNames {
    /// Fields of the partition; nil when one of them depends on a template or another process.
    private let partition: Set<String>?
    /// Fields of the interval; nil likewise.
    private let interval: Set<String>?

    package init(partition: Set<String>?, interval: Set<String>?) {
        self.partition = partition
        self.interval = interval
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
}
