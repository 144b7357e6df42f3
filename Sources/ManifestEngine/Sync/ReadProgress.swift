import Synchronization

/// What a read has done so far, for the person who watches it.
package final class ReadProgress: Sendable {
    package enum Phase: String, Sendable {
        case waiting, reading, complete, failed
    }

    package struct Stream: Sendable {
        package let name: String
        package var phase = Phase.waiting
        package var records = 0
        package var slices = 0
        /// The slice that was begun last.
        package var slice = StreamSlice()
        /// Findings about settings that match nothing.
        package var warnings: [String] = []
        package var began: Double?
        package var ended: Double?
    }

    private let streams: Mutex<[Stream]>

    package init(_ names: [String]) { streams = Mutex(names.map { Stream(name: $0) }) }

    package var current: [Stream] { streams.withLock { $0 } }

    func update(_ name: String, _ change: (inout Stream) -> Void) {
        streams.withLock { streams in
            guard let place = streams.firstIndex(where: { $0.name == name }) else { return }
            change(&streams[place])
        }
    }
}
