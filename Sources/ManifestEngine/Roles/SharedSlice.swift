import Synchronization

/// The slice as all templates of its requests see it, where templates may change it.
///
/// Sendable without the compiler's check because templates of such a run are evaluated one at a time.
final class SharedSlice: @unchecked Sendable {
    private let made = Mutex<Void>(())
    private var object: SliceObject?

    func object(of slice: StreamSlice) -> SliceObject {
        made.withLock { _ in
            if object == nil { object = SliceObject(slice) }
        }
        return object ?? SliceObject(slice)
    }
}
