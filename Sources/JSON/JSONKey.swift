import Synchronization

/// A member's name prepared for fast lookups: its UTF-8 lies in memory, followed by zero bytes.
///
/// Sendable without the compiler's check because the memory is written once, in `init`, but for an atomic hint.
package final class JSONKey: @unchecked Sendable, Hashable, CustomStringConvertible {
    package let text: String
    let length: Int
    let bytes: UnsafeMutablePointer<UInt8>
    private let head: UInt64
    private let mask: UInt64
    /// How many nodes after its object the member stood that was found last; 0 at first.
    private let place = Atomic(0)

    package init(_ text: String) {
        self.text = text
        length = text.utf8.count
        bytes = .allocate(capacity: length + 8)
        var at = 0
        for byte in text.utf8 {
            bytes[at] = byte
            at += 1
        }
        (bytes + length).initialize(repeating: 0, count: 8)
        mask = length >= 8 ? .max : (1 << (UInt64(length) * 8)) &- 1
        head = UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self)) & mask
    }

    deinit { bytes.deallocate() }

    /// Where a member of this name is looked for first, in nodes after its object.
    @inline(__always)
    var expectedPlace: Int { place.load(ordering: .relaxed) }

    /// Notes where a member was found; objects that follow mostly have it there too.
    @inline(__always)
    func expect(at place: Int) { self.place.store(place, ordering: .relaxed) }

    /// Whether the bytes at a place are this name; `length` bytes there are readable, and zero padding after the text.
    @inline(__always)
    func matches(_ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        guard count == length else { return false }
        let word = UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
        guard word & mask == head else { return false }
        var at = 8
        while at < length {
            guard start[at] == bytes[at] else { return false }
            at &+= 1
        }
        return true
    }

    /// Whether a member's name as it stands in a checked text is this one; `isEscaped` if it may hold escapes.
    @inline(__always)
    func matches(_ name: UnsafeBufferPointer<UInt8>, isEscaped: Bool) -> Bool {
        guard let start = name.baseAddress else { return false }
        if matches(start, name.count) { return !isEscaped || !name.contains(0x5C) }
        // An escape takes more bytes than what it stands for, so only longer names need the slow look.
        return isEscaped && name.count > length && matches(escaped: name)
    }

    @inline(never)
    private func matches(escaped name: UnsafeBufferPointer<UInt8>) -> Bool {
        name.contains(0x5C) && JSONString.bytes(of: name).elementsEqual(content)
    }

    private var content: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: bytes, count: length) }

    /// Names are the same when their bytes are; `String` would also equate composed and decomposed characters.
    package static func == (left: JSONKey, right: JSONKey) -> Bool {
        left === right || left.content.elementsEqual(right.content)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(bytes: UnsafeRawBufferPointer(content)) }
    package var description: String { text }
}
