/// Finds out whether an object names a member twice, from fingerprints of its keys.
///
/// The keys of the objects that are open lie one after the other, as on a stack. Two different keys may share a
/// fingerprint; then the object is read the slow way for nothing, never wrongly. The owner calls `free` once.
struct KeyPrints {
    /// Keys up to which each new key is compared with those before; beyond that all are sorted at the end of the object.
    private static let comparedKeys = 64

    private var prints: UnsafeMutablePointer<UInt64>
    private var capacity = 256
    private(set) var count = 0

    init() { prints = .allocate(capacity: capacity) }

    func free() { prints.deallocate() }

    /// Remembers a key and tells whether its object had one like it; `seen` is the object's own, 0 at first.
    @inline(__always)
    mutating func note(_ print: UInt64, since first: Int, seen: inout UInt64) -> Bool {
        let bit = UInt64(1) << (print >> 58)
        let isRepeat = seen & bit != 0 && isKnown(print, since: first)
        seen |= bit
        if count == capacity { grow() }
        prints[count] = print
        count &+= 1
        return isRepeat
    }

    @inline(__always)
    private func isKnown(_ print: UInt64, since first: Int) -> Bool {
        guard count &- first < Self.comparedKeys else { return false }
        for index in first..<count where prints[index] == print { return true }
        return false
    }

    /// Forgets the keys of an object at its end, and tells whether a large one has a key twice.
    @inline(__always)
    mutating func close(since first: Int) -> Bool {
        let isRepeat = count &- first > Self.comparedKeys && hasRepeat(since: first)
        count = first
        return isRepeat
    }

    @inline(never)
    private func hasRepeat(since first: Int) -> Bool {
        var own = UnsafeMutableBufferPointer(start: prints + first, count: count - first)
        own.sort()
        for index in 1..<own.count where own[index] == own[index - 1] { return true }
        return false
    }

    @inline(never)
    private mutating func grow() {
        let moved = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity * 2)
        moved.update(from: prints, count: count)
        prints.deallocate()
        prints = moved
        capacity *= 2
    }
}
