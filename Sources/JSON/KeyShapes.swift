/// Remembers the keys of the object read last at each of the upper levels.
///
/// The objects of a list mostly have the same keys in the same order. A key that stands where it is expected is known by
/// its bytes: it needs no look for its end, for escapes, or for another key like it. The owner calls `free` once.
struct KeyShapes {
    /// A key between its quotes, without escapes, and its fingerprint.
    struct Entry {
        let start: UnsafePointer<UInt8>
        let length: Int
        let print: UInt64
    }

    /// Levels of objects that are remembered.
    private static let levels = 8
    /// Keys of an object that are remembered: fewer than `KeyPrints` compares, so they are known to differ.
    private static let keysPerLevel = 48
    /// Bytes of a key that is remembered; the padding after a text is longer.
    private static let longestKey = 48

    private let entries: UnsafeMutablePointer<Entry>
    private let counts: UnsafeMutablePointer<Int>

    init() {
        entries = .allocate(capacity: Self.levels * Self.keysPerLevel)
        counts = .allocate(capacity: Self.levels)
        counts.initialize(repeating: 0, count: Self.levels)
    }

    func free() {
        entries.deallocate()
        counts.deallocate()
    }

    /// How many keys are known of an object at a level.
    @inline(__always)
    func count(_ level: Int) -> Int { level < Self.levels ? counts[level] : 0 }

    /// The key at a place of the object at a level.
    @inline(__always)
    func entry(_ level: Int, _ index: Int) -> Entry { entries[level &* Self.keysPerLevel &+ index] }

    /// The length of the key expected at a place, if it begins at `start`, with its closing quote and the colon after it.
    @inline(__always)
    func matches(_ level: Int, _ index: Int, _ start: UnsafePointer<UInt8>) -> Int? {
        let known = entry(level, index)
        let length = known.length
        guard start[length] == 0x22, start[length &+ 1] == 0x3A else { return nil }
        let (one, other) = (UnsafeRawPointer(start), UnsafeRawPointer(known.start))
        if length < 8 {
            let difference = Self.word(one) ^ Self.word(other)
            return difference & ((1 << (UInt64(length) &* 8)) &- 1) == 0 ? length : nil
        }
        var at = 0
        while at &+ 8 < length {
            guard Self.word(one + at) == Self.word(other + at) else { return nil }
            at &+= 8
        }
        return Self.word(one + (length &- 8)) == Self.word(other + (length &- 8)) ? length : nil
    }

    @inline(__always)
    private static func word(_ at: UnsafeRawPointer) -> UInt64 {
        UInt64(littleEndian: at.loadUnaligned(as: UInt64.self))
    }

    /// Remembers a key; false when it cannot be.
    @inline(__always)
    func note(_ level: Int, _ index: Int, _ entry: Entry) -> Bool {
        guard level < Self.levels, index < Self.keysPerLevel, entry.length <= Self.longestKey else { return false }
        entries[level &* Self.keysPerLevel &+ index] = entry
        return true
    }

    /// Sets how many keys of an object are known, at its end.
    @inline(__always)
    func close(_ level: Int, count: Int) { if level < Self.levels { counts[level] = count } }
}
