package import JSON

/// Where a sync writes: takes the records of streams, and keeps the states that cover them.
package protocol Destination: Sendable {
    /// Begins a stream that was not written in this sync before. A failure fails the stream before anything is read.
    func begin(_ stream: DestinationStream) async throws -> any StreamWriter
    /// Why nothing can be written any more; nil while all is well. Nothing further is read then.
    var failure: (any Error)? { get }
}

/// What a destination needs to know about a stream.
package struct DestinationStream: Sendable {
    package let name: String
    /// Gives the JSON schema of the records, as in the catalog; may call the API for it.
    package let schema: @Sendable () async throws -> JSONObject
    /// The paths that identify a record, as in the catalog; nil when nothing does.
    package let primaryKey: JSONValue?
    /// Whether no other stream is read in this sync.
    package let isAlone: Bool

    package init(
        name: String,
        schema: @escaping @Sendable () async throws -> JSONObject = { [:] },
        primaryKey: JSONValue? = nil,
        isAlone: Bool = true
    ) {
        self.name = name
        self.schema = schema
        self.primaryKey = primaryKey
        self.isAlone = isAlone
    }
}

/// Takes one stream.
///
/// Calls may come from any task.
package protocol StreamWriter: Sendable {
    /// Takes the pages of one slice; several slices may be written at a time.
    func beginSlice() async throws -> any SliceWriter
    /// Keeps a state. It covers all records whose `write` has returned before, and no others.
    func commit(_ state: JSONObject) async throws
    /// Ends the stream.
    ///
    /// - Parameter isComplete: whether the stream was read to its end.
    func end(isComplete: Bool) async throws
}

extension StreamWriter {
    package func end(isComplete: Bool) async throws {}
}

/// Takes the records of one slice, in their order.
///
/// Owned by one task.
package protocol SliceWriter: AnyObject {
    /// Writes the records of a page, or of a part of one.
    func write(_ records: ArraySlice<Record>) async throws
    /// The slice was read to its end or failed; what was written stays.
    func end() async
}

extension SliceWriter {
    package func end() async {}
}
