import Testing

@testable import ManifestEngine

@Suite("EventChannel")
struct EventChannelTests {
    private struct Broken: Error {}

    private static func name(_ item: EventChannel.Item?) -> String? {
        if case .complete(let stream)? = item { stream } else { nil }
    }

    @Test("hands over what is sent, in order, and its end")
    func order() async throws {
        let channel = EventChannel()
        let sending = Task {
            for name in ["a", "b", "c"] { try await channel.send(.complete(stream: name)) }
            channel.finish()
        }
        #expect(Self.name(try await channel.next()) == "a")
        #expect(Self.name(try await channel.next()) == "b")
        #expect(Self.name(try await channel.next()) == "c")
        #expect(try await channel.next() == nil)
        #expect(try await channel.next() == nil)
        try await sending.value
    }

    @Test("gives the error at the end, after what was sent")
    func error() async throws {
        let channel = EventChannel()
        let sending = Task {
            try await channel.send(.complete(stream: "a"))
            channel.finish(throwing: Broken())
        }
        #expect(Self.name(try await channel.next()) == "a")
        await #expect(throws: Broken.self) { try await channel.next() }
        try await sending.value
    }

    @Test("lets those go that wait to send once it is closed")
    func close() async throws {
        let channel = EventChannel()
        let sending = (0..<3).map { number in
            Task { try await channel.send(.complete(stream: "\(number)")) }
        }
        _ = try await channel.next()
        channel.close()
        var cancelled = 0
        for task in sending {
            if case .failure(is CancellationError) = await task.result { cancelled += 1 }
        }
        #expect(cancelled == 2)
        await #expect(throws: CancellationError.self) { try await channel.send(.complete(stream: "late")) }
        await #expect(throws: CancellationError.self) { try await channel.next() }
    }

    @Test("closes when the task that asks is cancelled, and says so once")
    func cancellation() async throws {
        let channel = EventChannel()
        await confirmation { closed in
            channel.onClose { closed() }
            let asking = Task { try await channel.next() }
            asking.cancel()
            await #expect(throws: CancellationError.self) { try await asking.value }
            channel.close()
        }
        #expect(channel.isClosed)
    }
}
