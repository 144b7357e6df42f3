/// What a read gives, one after the other.
public enum ReadEvent: Sendable {
    /// A record.
    ///
    /// Those of a slice keep their order; streams and slices are read side by side.
    case record(StreamRecord)
    /// How far all streams were read: stands for every record that was given before.
    ///
    /// Save it once those records are safe.
    case state(SyncState)
    /// A stream was read to its end.
    case complete(stream: String)
}
