import Synchronization

/// The requesters of a manifest, in the order they were read.
final class RequesterList: Sendable {
    private let list = Mutex<[HttpRequester]>([])

    var all: [HttpRequester] { list.withLock { $0 } }
    func add(_ requester: HttpRequester) { list.withLock { $0.append(requester) } }
}
