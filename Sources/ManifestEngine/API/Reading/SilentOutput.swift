import AirbyteProtocol

/// Takes messages that nobody reads.
struct SilentOutput: ByteDestination {
    func write(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
