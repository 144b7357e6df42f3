import JSON

/// The records and states of a read, as they come.
///
/// Each iteration is a read of its own. It begins when the first event is asked for, and waits while no event is asked
/// for: a page or two are in memory for each slice that is read. It ends early when the task is cancelled or the loop
/// is left; the states given so far stand.
///
/// After the last event a read in which streams failed throws a ``ConnectorError`` of the code
/// ``ConnectorError/Code/incompleteRead`` that names them; all that could be read was given before. A read that was
/// cancelled throws `CancellationError`, so that its end cannot be taken for the end of the streams.
public struct ReadEvents: AsyncSequence, Sendable {
    /// What a read gives.
    public typealias Element = ReadEvent

    let request: ReadRequest

    /// Prepares a read.
    public func makeAsyncIterator() -> Iterator { Iterator(request) }

    /// Asks a read for its events.
    public struct Iterator: AsyncIteratorProtocol {
        private let request: ReadRequest
        private var reading: RunningRead?
        private var page: ArraySlice<Record> = []
        private var stream = ""
        private var state: SyncState

        init(_ request: ReadRequest) {
            self.request = request
            state = request.state
        }

        /// The next event; nil after the last one.
        public mutating func next() async throws -> ReadEvent? { try await next(isolation: nil) }

        /// The next event; nil after the last one.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> ReadEvent? {
            while true {
                try Task.checkCancellation()
                if let record = page.popFirst() { return .record(StreamRecord(record, of: stream)) }
                let reading = reading ?? RunningRead(request)
                self.reading = reading
                switch try await reading.channel.next() {
                case nil: return nil
                case .page(let records, let name):
                    page = records
                    stream = name
                case .state(let new, let name):
                    state.input.set(new, for: name)
                    return .state(state)
                case .complete(let name): return .complete(stream: name)
                }
            }
        }
    }
}
