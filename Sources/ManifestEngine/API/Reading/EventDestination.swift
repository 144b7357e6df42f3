import JSON

/// Hands records and states to the caller of a read.
///
/// A page is written once the caller took it, and a state comes after all pages it stands for.
struct EventDestination: Destination {
    let channel: EventChannel

    var failure: (any Error)? { channel.isClosed ? CancellationError() : nil }

    func begin(_ stream: DestinationStream) -> any StreamWriter { Writer(name: stream.name, channel: channel) }

    private struct Writer: StreamWriter {
        let name: String
        let channel: EventChannel

        func beginSlice() -> any SliceWriter { Pages(name, channel) }

        func commit(_ state: JSONObject) async throws {
            // Streams that are read in full have no state to continue from.
            guard state["__ab_no_cursor_state_message"] == nil else { return }
            try await channel.send(.state(state, stream: name))
        }

        func end(isComplete: Bool) async throws {
            if isComplete { try await channel.send(.complete(stream: name)) }
        }
    }

    private final class Pages: SliceWriter {
        private let name: String
        private let channel: EventChannel

        init(_ name: String, _ channel: EventChannel) {
            self.name = name
            self.channel = channel
        }

        func write(_ records: ArraySlice<Record>) async throws {
            try await channel.send(.page(records, stream: name))
        }
    }
}
