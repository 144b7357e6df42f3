package import JSON

/// Reads a parent stream for a router, slice by slice; its cursor moves on when the child follows the parent's state.
package protocol ParentReader: AnyObject {
    /// The name of the parent stream.
    var name: String { get }
    /// Whether the child follows the parent's state.
    var isIncremental: Bool { get }
    /// The state of the parent as far as its slices were closed.
    var state: JSONObject { get }
    /// Calls `body` with each slice of the parent, in order.
    ///
    /// - Returns: the state of the parent when all slices were read.
    func forEachSlice(_ body: (StreamSlice) async throws -> Void) async throws -> JSONObject
    /// Calls `body` with the partition of each record of a slice, and closes the slice.
    func forEachPartition(of slice: StreamSlice, _ body: (StreamSlice) async throws -> Void) async throws
}
