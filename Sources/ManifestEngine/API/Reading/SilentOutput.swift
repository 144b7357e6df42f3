import AirbyteProtocol

/// Discards messages.
struct SilentOutput: ByteDestination {
    func write(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
