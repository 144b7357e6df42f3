/// A read under way; ends with its owner.
final class RunningRead: Sendable {
    let channel: EventChannel
    private let task: Task<Void, Never>

    init(_ request: ReadRequest) {
        let channel = EventChannel()
        self.channel = channel
        task = Task {
            do {
                try await Self.read(request, into: channel)
                channel.finish()
            } catch {
                channel.finish(throwing: error)
            }
        }
        channel.onClose { [task] in task.cancel() }
    }

    deinit { channel.close() }

    private static func read(_ request: ReadRequest, into channel: EventChannel) async throws {
        let call = try ConnectorCall(request.connector, request.config)
        try await call.closing { try await call.read(request.streams, request.state, into: channel) }
    }
}
