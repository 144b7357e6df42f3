import Synchronization

/// A value that the first caller makes while the others wait for it; a failure is kept, too.
final class AsyncOnce<Value: Sendable>: Sendable {
    private let task = Mutex<Task<Value, any Error>?>(nil)

    func value(_ make: @escaping @Sendable () async throws -> Value) async throws -> Value {
        let task = task.withLock { task in
            if let task { return task }
            let new = Task { try await make() }
            task = new
            return new
        }
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }
}
