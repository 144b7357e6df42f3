extension String {
    /// Whether every byte is ASCII.
    package var isASCII: Bool {
        // All bytes are looked at many at a time, which is faster than stopping at the first that is not.
        utf8.withContiguousStorageIfAvailable { $0.reduce(0, |) < 0x80 } ?? utf8.allSatisfy { $0 < 0x80 }
    }
}
