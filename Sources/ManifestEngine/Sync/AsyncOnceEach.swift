import Synchronization

/// One value for each of several owners, made by the first caller that asks for it.
///
/// Owners are held, so that no other gets the identifier of one.
final class AsyncOnceEach<Owner: AnyObject & Sendable, Value: Sendable>: Sendable {
    private let known = Mutex<[ObjectIdentifier: (owner: Owner, value: AsyncOnce<Value>)]>([:])

    func value(of owner: Owner, _ make: @escaping @Sendable () async throws -> Value) async throws -> Value {
        let once = known.withLock { known in
            let entry = known[ObjectIdentifier(owner)] ?? (owner, AsyncOnce())
            known[ObjectIdentifier(owner)] = entry
            return entry.value
        }
        return try await once.value(make)
    }
}
