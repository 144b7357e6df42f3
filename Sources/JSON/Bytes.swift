#if canImport(Glibc)
    import Glibc
#endif

/// A growable run of bytes that is always followed by zero padding.
///
/// The body of a response is gathered here, the parser reads it in place, and records are written into another one. The
/// padding lets the parser read whole words past the last byte without a bounds check: a zero byte ends every token.
///
/// Sendable without the compiler's check because a value has one owner at a time: it is filled by one task, then handed
/// over, and never changed by two. For the same reason its properties go without the checks for overlapping accesses,
/// which would cost more than the short appends themselves; none of the methods hands out access to a property.
package final class Bytes: @unchecked Sendable {
    /// Zero bytes that always follow the content.
    static let padding = 64

    @exclusivity(unchecked) package private(set) var base: UnsafeMutablePointer<UInt8>
    @exclusivity(unchecked) package private(set) var count = 0
    /// Bytes there is room for.
    @exclusivity(unchecked) package private(set) var capacity: Int

    /// Creates an empty run with room for `capacity` bytes.
    package init(capacity: Int = 256) {
        self.capacity = max(capacity, 64)
        base = .allocate(capacity: self.capacity + Self.padding)
        base.initialize(repeating: 0, count: Self.padding)
    }

    /// Copies a sequence of bytes.
    package convenience init(_ source: some Collection<UInt8>) {
        self.init(capacity: source.count)
        append(contentsOf: source)
    }

    /// Copies the UTF-8 of a text.
    package convenience init(_ text: String) {
        self.init(capacity: text.utf8.count)
        append(text)
    }

    deinit { base.deallocate() }

    /// The content, valid until the next change.
    package var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

    /// Makes room for `more` bytes after the content.
    @inline(__always)
    package func reserve(_ more: Int) {
        if count &+ more > capacity { grow(to: count + more) }
    }

    @inline(never)
    private func grow(to needed: Int) {
        let larger = max(needed, capacity + capacity / 2)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + Self.padding)
        moved.update(from: base, count: count)
        base.deallocate()
        base = moved
        capacity = larger
        pad()
    }

    /// Writes the zero padding again; needed once after the last append and before a parse.
    package func pad() { (base + count).initialize(repeating: 0, count: Self.padding) }

    /// Forgets the content and keeps the room.
    package func removeAll() { count = 0 }

    /// Appends one byte.
    @inline(__always)
    package func append(_ byte: UInt8) {
        reserve(1)
        base[count] = byte
        count &+= 1
    }

    /// Appends `length` bytes from `start`.
    @inline(__always)
    package func append(_ start: UnsafePointer<UInt8>, _ length: Int) {
        reserve(length)
        memcpy(base + count, start, length)
        count &+= length
    }

    /// Appends `length` bytes from `start`, after which `padding` bytes more are readable, as in a checked text.
    ///
    /// Short pieces are copied as two words of 16 bytes: more than asked for, but in the room that every run has.
    @inline(__always)
    func appendPadded(_ start: UnsafePointer<UInt8>, _ length: Int) {
        reserve(length)
        let target = UnsafeMutableRawPointer(base + count)
        if length <= 32 {
            let source = UnsafeRawPointer(start)
            let head = source.loadUnaligned(as: SIMD16<UInt8>.self)
            let tail = source.loadUnaligned(fromByteOffset: 16, as: SIMD16<UInt8>.self)
            target.storeBytes(of: head, as: SIMD16<UInt8>.self)
            target.storeBytes(of: tail, toByteOffset: 16, as: SIMD16<UInt8>.self)
        } else {
            memcpy(target, start, length)
        }
        count &+= length
    }

    /// Appends bytes that `fill` writes; nothing is appended when it returns false.
    package func append(count more: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> Bool) -> Bool {
        reserve(more)
        guard fill(base + count) else { return false }
        count += more
        return true
    }

    /// Appends as many bytes as `fill` says it wrote into the room it is given, which is `room` bytes.
    package func append(upTo room: Int, _ fill: (UnsafeMutableBufferPointer<UInt8>) -> Int) {
        reserve(room)
        count += fill(UnsafeMutableBufferPointer(start: base + count, count: room))
    }

    /// Puts other bytes in the place of the first ones; there must be as many.
    package func overwriteStart(_ bytes: [UInt8]) {
        for (index, byte) in bytes.enumerated() where index < count { base[index] = byte }
    }

    /// Appends the bytes of a raw buffer.
    package func append(_ buffer: UnsafeRawBufferPointer) {
        guard let start = buffer.baseAddress else { return }
        append(start.assumingMemoryBound(to: UInt8.self), buffer.count)
    }

    /// Appends the bytes of a collection.
    package func append(contentsOf source: some Collection<UInt8>) {
        let done: Void? = source.withContiguousStorageIfAvailable { append(UnsafeRawBufferPointer($0)) }
        if done == nil { for byte in source { append(byte) } }
    }

    /// Appends the UTF-8 of a text as it is.
    package func append(_ text: String) {
        var text = text
        text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
    }

    /// Drops bytes from the end.
    package func removeLast(_ number: Int) { count -= number }

    /// The content as text; invalid UTF-8 is replaced.
    package var text: String { String(decoding: buffer, as: UTF8.self) }
}
