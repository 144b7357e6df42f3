import Diagnostics
import Manifest

/// Settings of a stream that have no effect because others that they need are missing.
enum IdleSettings {
    private static let code = "no-effect"

    /// The warnings about a stream.
    static func faults(in stream: ManifestMapping) -> [FieldFault] {
        dependencies(in: stream) + globalCursor(in: stream) + step(in: stream) + paging(in: stream)
    }

    private static func warning(_ field: String, _ message: String, fix: String, at node: ManifestNode) -> FieldFault {
        FieldFault(field, code: code, message, fix: fix, severity: .warning, at: node)
    }

    // MARK: Parents

    /// `incremental_dependency` where no state is kept for the parent.
    private static func dependencies(in stream: ManifestMapping) -> [FieldFault] {
        guard let router = stream["retriever"]?.mapping?["partition_router"] else { return [] }
        let routers = router.sequence ?? [router]
        let isIncremental = stream["incremental_sync"]?.mapping != nil
        return routers.flatMap(parents).compactMap { parent in
            guard let setting = parent["incremental_dependency"], setting.isTrue else { return nil }
            let reason = reason(parent, isIncremental: isIncremental, isInList: router.sequence != nil)
            return reason.map { fault(setting, of: stream, parent, $0) }
        }
    }

    /// The parents below a router, those of routers inside it included.
    private static func parents(below router: ManifestNode) -> [ManifestMapping] {
        guard let mapping = router.mapping else { return [] }
        let own = (mapping["parent_stream_configs"]?.sequence ?? []).compactMap(\.mapping)
        let inner =
            (mapping["partition_routers"]?.sequence ?? []) + [mapping["underlying_partition_router"]].compactMap { $0 }
        return own + inner.flatMap(parents)
    }

    private static func reason(
        _ parent: ManifestMapping,
        isIncremental: Bool,
        isInList: Bool
    ) -> (text: String, fix: String)? {
        if !isIncremental {
            return ("the stream has no incremental_sync, so no state is kept", "add 'incremental_sync' to the stream")
        }
        if isInList {
            return ("a list of partition routers keeps no state of parents", "use this router alone")
        }
        guard let other = parent["stream"]?.mapping, other["incremental_sync"]?.mapping == nil else { return nil }
        return ("the parent has no incremental_sync, so it has no state", "add 'incremental_sync' to the parent")
    }

    private static func fault(
        _ setting: ManifestNode,
        of stream: ManifestMapping,
        _ parent: ManifestMapping,
        _ reason: (text: String, fix: String)
    ) -> FieldFault {
        let name = stream["name"]?.string ?? ""
        let other = parent["stream"]?.mapping?["name"]?.string ?? ""
        return warning(
            "retriever",
            "'incremental_dependency' has no effect in stream '\(name)': \(reason.text); the parent '\(other)' is read from "
                + "its start in every sync",
            fix: "\(reason.fix), or remove 'incremental_dependency'",
            at: setting
        )
    }

    // MARK: Cursor

    /// `global_substream_cursor` of a stream that has no partitions.
    private static func globalCursor(in stream: ManifestMapping) -> [FieldFault] {
        guard stream["retriever"]?.mapping?["partition_router"] == nil,
            let setting = stream["incremental_sync"]?.mapping?["global_substream_cursor"], setting.isTrue
        else { return [] }
        let message =
            "'global_substream_cursor' has no effect: the stream has no partition_router, so it has one state anyway"
        return [warning("incremental_sync", message, fix: "remove it", at: setting)]
    }

    /// `step` where no request names its window, so that each one gets everything.
    private static func step(in stream: ManifestMapping) -> [FieldFault] {
        guard let cursor = stream["incremental_sync"]?.mapping, let setting = cursor["step"], setting.string != "",
            cursor["start_time_option"] == nil, cursor["end_time_option"] == nil,
            let requester = stream["retriever"]?.mapping?["requester"], requester.typeName == HttpRequester.typeName,
            !requester.mentions(["stream_interval", "stream_slice", "stream_partition"])
        else { return [] }
        let message =
            "'step' cuts the stream into slices, but no request uses the slice: each reads everything"
        let fix = "add 'start_time_option' and 'end_time_option', or remove 'step' and 'cursor_granularity'"
        return [warning("incremental_sync", message, fix: fix, at: setting)]
    }

    // MARK: Pages

    /// A paginator where no request names its page, so that each one gets the first page.
    private static func paging(in stream: ManifestMapping) -> [FieldFault] {
        guard let retriever = stream["retriever"]?.mapping, let paginator = retriever["paginator"],
            paginator.typeName == DefaultPaginator.typeName, paginator.mapping?["page_token_option"] == nil,
            let requester = retriever["requester"], requester.typeName == HttpRequester.typeName,
            !requester.mentions(["next_page_token"])
        else { return [] }
        let message =
            "the paginator requests further pages, but no request uses the page token: each reads the first page"
        return [warning("retriever", message, fix: "add 'page_token_option'", at: paginator)]
    }
}

extension ManifestNode {
    fileprivate var isTrue: Bool {
        if case .bool(true) = value { return true }
        return false
    }

    /// Whether a string in the node or below it contains one of some words.
    fileprivate func mentions(_ words: [String]) -> Bool {
        switch value {
        case .string(let text): words.contains { text.contains($0) }
        case .sequence(let elements): elements.contains { $0.mentions(words) }
        case .mapping(let mapping):
            mapping.entries.contains { $0.value.node.mentions(words) }
        default: false
        }
    }
}
