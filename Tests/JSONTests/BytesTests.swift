import Testing

@testable import JSON

@Suite struct BytesTests {
    @Test func growsAndKeepsItsContent() {
        let bytes = Bytes(capacity: 0)
        for number in 0..<10_000 { bytes.append(UInt8(truncatingIfNeeded: number)) }
        #expect(Array(bytes.buffer) == (0..<10_000).map { UInt8(truncatingIfNeeded: $0) })
        bytes.pad()
        #expect((0..<Bytes.padding).allSatisfy { bytes.base[bytes.count + $0] == 0 })
        bytes.removeAll()
        #expect(bytes.count == 0)
    }

    @Test func copiesPaddedPiecesOfEveryLength() {
        let source = Bytes((0..<100).map { UInt8($0) })
        source.pad()
        for length in 0...100 {
            let target = Bytes(capacity: 0)
            for _ in 0..<5 { target.appendPadded(source.base, length) }
            let piece = (0..<length).map { UInt8($0) }
            #expect(Array(target.buffer) == piece + piece + piece + piece + piece)
        }
    }

    @Test func appendsWhatIsFilled() {
        let bytes = Bytes("ab")
        #expect(
            bytes.append(count: 2) {
                $0.update(repeating: 0x63, count: 2); return true
            }
        )
        #expect(!bytes.append(count: 500) { _ in false })
        bytes.append("d")
        bytes.append(contentsOf: [0x65, 0x66].lazy.map { $0 })
        #expect(bytes.text == "abccdef")
    }
}
