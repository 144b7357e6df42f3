/// Builds JSON text in member order, straight into bytes.
///
/// Keys and constant strings must be free of characters that JSON escapes. Large pages are built from it, so it holds
/// no values: every call appends.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    init(capacity: Int = 256) {
        bytes.reserveCapacity(capacity)
    }

    /// Bytes written so far.
    var count: Int { bytes.count }

    /// Writes an object whose members the closure adds.
    mutating func object(_ members: (inout JSONWriter) -> Void) {
        nested(opening: UInt8(ascii: "{"), closing: UInt8(ascii: "}"), members)
    }

    /// Writes a member that is an object.
    mutating func object(_ name: StaticString, _ members: (inout JSONWriter) -> Void) {
        key(name)
        object(members)
    }

    /// Writes an array whose elements the closure adds.
    mutating func array(_ elements: (inout JSONWriter) -> Void) {
        nested(opening: UInt8(ascii: "["), closing: UInt8(ascii: "]"), elements)
    }

    /// Writes a member that is an array.
    mutating func array(_ name: StaticString, _ elements: (inout JSONWriter) -> Void) {
        key(name)
        array(elements)
    }

    /// Writes a member with one value.
    mutating func field(_ name: StaticString, _ value: some JSONWritable) {
        key(name)
        element(value)
    }

    /// Writes a member whose name is only known while running.
    mutating func field(named name: String, _ value: some JSONWritable) {
        separate()
        name.write(to: &self)
        raw(":")
        needsComma = false
        element(value)
    }

    /// Writes a string member whose text the closure adds as raw, already escaped pieces.
    mutating func text(_ name: StaticString, _ pieces: (inout JSONWriter) -> Void) {
        key(name)
        raw("\"")
        pieces(&self)
        raw("\"")
        needsComma = true
    }

    /// Writes one value: an array element, or the value after a key.
    mutating func element(_ value: some JSONWritable) {
        separate()
        value.write(to: &self)
        needsComma = true
    }

    /// Writes a member name; the next value belongs to it.
    mutating func key(_ name: StaticString) {
        separate()
        raw("\"")
        raw(name)
        raw("\":")
        needsComma = false
    }

    /// Appends constant text as it is.
    mutating func raw(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Appends bytes as they are.
    mutating func raw(_ text: some Collection<UInt8>) {
        bytes.append(contentsOf: text)
    }

    /// Appends one byte as it is.
    mutating func raw(byte: UInt8) {
        bytes.append(byte)
    }

    /// Appends a decimal number without quotes.
    mutating func digits(_ value: UInt64) {
        guard value >= 10 else { return bytes.append(UInt8(ascii: "0") + UInt8(value)) }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { scratch in
            var start = 20
            var rest = value
            while rest > 0 {
                start -= 1
                scratch[start] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            }
            bytes.append(contentsOf: scratch[start..<20])
        }
    }

    /// Appends a non-negative number filled with zeros from the left to a width.
    mutating func digits(_ value: Int, width: Int) {
        var divisor = 1
        for _ in 1..<width { divisor *= 10 }
        while divisor > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
            divisor /= 10
        }
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func nested(opening: UInt8, closing: UInt8, _ content: (inout JSONWriter) -> Void) {
        separate()
        bytes.append(opening)
        needsComma = false
        content(&self)
        bytes.append(closing)
        needsComma = true
    }
}
