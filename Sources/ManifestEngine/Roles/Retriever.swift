import Manifest

/// Fetches the records of a stream, slice by slice.
package protocol Retriever: Sendable {
    /// Cuts the stream into partitions; nil when there is only one.
    var router: (any PartitionRouter)? { get }
    /// Says what the records of a page are, and which are kept.
    var selector: RecordSelector { get }
    /// Whether records come filtered and changed already, and are emitted as they are.
    var finishesRecords: Bool { get }
    /// The pages of a slice, with the records that a selection leaves of them. No request is sent before the first of
    /// them is pulled.
    func pages(of slice: SliceRun, selecting selection: RecordSelection) throws -> Pages
}

extension Retriever {
    package var finishesRecords: Bool { false }
}
