package import JSON
package import Jinja
import Manifest

/// Every combination of the partitions of several routers; the last one changes fastest.
///
/// Made for a list of routers in `partition_router`; not a type of the manifest.
package struct CartesianPartitionRouter: PartitionRouter {
    private let routers: [any PartitionRouter]

    init(_ routers: [any PartitionRouter]) { self.routers = routers }

    /// The router of a field that holds one or a list; nil without any.
    ///
    /// A list of one keeps no state of parents either.
    static func router(of routers: [any PartitionRouter], isList: Bool) -> (any PartitionRouter)? {
        isList && !routers.isEmpty ? CartesianPartitionRouter(routers) : routers.first
    }

    package var parents: [ParentStreamConfig] { routers.flatMap(\.parents) }

    package func generate(
        _ run: PartitionRun,
        _ body: (GeneratedPartition) async throws -> Void
    ) async throws -> JSONObject? {
        var combinations = [StreamSlice()]
        for router in routers.dropLast() {
            let slices = try await Self.slices(of: router, run)
            combinations = combinations.flatMap { left in slices.map { Self.merge(left, $0) } }
        }
        guard let last = routers.last else { return nil }
        if routers.count == 1 {
            _ = try await last.generate(run) {
                try await body(GeneratedPartition(Self.merge(StreamSlice(), $0.slice)))
            }
            return nil
        }
        let slices = try await Self.slices(of: last, run)
        for left in combinations {
            for right in slices { try await body(GeneratedPartition(Self.merge(left, right))) }
        }
        return nil
    }

    private static func slices(of router: any PartitionRouter, _ run: PartitionRun) async throws -> [StreamSlice] {
        var slices: [StreamSlice] = []
        _ = try await router.generate(run) { slices.append($0.slice) }
        return slices
    }

    /// Two partitions in one: the names of the right one come first, the values of the left one win.
    private static func merge(_ left: StreamSlice, _ right: StreamSlice) -> StreamSlice {
        StreamSlice(
            partition: right.partition.merging(left.partition) { $1 },
            extraFields: right.extraFields.merging(left.extraFields) { $1 }
        )
    }

    package func requestParts(for slice: StreamSlice, in scope: Scope) throws -> RequestParts {
        var all = RequestParts()
        for router in routers {
            let parts = try router.requestParts(for: slice, in: scope)
            all.parameters.merge(parts.parameters) { first, _ in first }
            all.headers.merge(parts.headers) { first, _ in first }
            all.bodyData.merge(parts.bodyData) { first, _ in first }
            all.bodyJSON.merge(parts.bodyJSON) { first, _ in first }
        }
        return all
    }
}
