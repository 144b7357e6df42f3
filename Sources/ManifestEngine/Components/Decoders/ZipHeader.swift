/// What stands before a file in a zip archive.
struct ZipHeader {
    /// What a header begins with.
    enum Signature {
        static let file: UInt32 = 0x0403_4B50
        static let descriptor: UInt32 = 0x0807_4B50
        /// What follows the last file: the table of contents, its end in an archive without files, or data about either.
        static let afterFiles: Set<UInt32> = [0x0201_4B50, 0x0605_4B50, 0x0606_4B50, 0x0806_4B50]
    }

    /// Bytes before the name.
    static let fixedSize = 30
    private static let wideMark = 0xFFFF_FFFF
    private static let wideField = 1

    let name: String
    let isEncrypted: Bool
    /// Whether checksum and sizes come after the file.
    let hasDescriptor: Bool
    /// 0 for stored, 8 for deflated.
    let method: Int
    let checksum: UInt32
    private(set) var packedSize: Int
    private(set) var size: Int
    /// Whether sizes have eight bytes.
    private(set) var isWide = false

    var isFolder: Bool { name.hasSuffix("/") }

    /// Bytes of the header whose first `fixedSize` bytes are these.
    static func size(_ bytes: [UInt8]) -> Int {
        fixedSize + Int(bytes.number(at: 26, 2)) + Int(bytes.number(at: 28, 2))
    }

    /// Reads a complete header.
    init(_ bytes: [UInt8]) {
        let flags = bytes.number(at: 6, 2)
        isEncrypted = flags & 1 != 0
        hasDescriptor = flags & 8 != 0
        method = Int(bytes.number(at: 8, 2))
        checksum = UInt32(truncatingIfNeeded: bytes.number(at: 14, 4))
        packedSize = Int(bytes.number(at: 18, 4))
        size = Int(bytes.number(at: 22, 4))
        let extra = Self.fixedSize + Int(bytes.number(at: 26, 2))
        name = String(decoding: bytes[Self.fixedSize..<extra], as: UTF8.self)
        readExtra(bytes[extra...])
    }

    /// Looks for sizes of eight bytes in the fields after the name.
    private mutating func readExtra(_ bytes: ArraySlice<UInt8>) {
        var rest = Array(bytes)
        while rest.count >= 4 {
            let length = Int(rest.number(at: 2, 2))
            if rest.number(at: 0, 2) == Self.wideField {
                isWide = true
                var place = 4
                if size == Self.wideMark, let wide = rest.size(at: place) { (size, place) = (wide, place + 8) }
                if packedSize == Self.wideMark, let wide = rest.size(at: place) { packedSize = wide }
            }
            rest = Array(rest.dropFirst(4 + length))
        }
    }
}

extension [UInt8] {
    /// A number of some bytes, the lowest first.
    func number(at place: Int, _ count: Int) -> UInt64 {
        (0..<count).reduce(0) { $0 | UInt64(self[place + $1]) << UInt64(8 * $1) }
    }

    /// A size of eight bytes; nil when there are fewer, or it is no size.
    fileprivate func size(at place: Int) -> Int? {
        count >= place + 8 ? Int(exactly: number(at: place, 8)) : nil
    }
}
