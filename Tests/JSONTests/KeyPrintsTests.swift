import Testing

@testable import JSON

@Suite struct KeyPrintsTests {
    /// Keys of one object by number; whether two are the same.
    @Test(arguments: [
        ([1, 2, 3], false), ([1, 2, 1], true), ([], false), (Array(0..<64), false), (Array(0..<64) + [63], true),
        (Array(0..<500), false), (Array(0..<500) + [0], true), (Array(0..<500) + [499], true),
    ])
    func findsRepeats(keys: [UInt64], isRepeat: Bool) {
        var prints = KeyPrints()
        defer { prints.free() }
        var outer: UInt64 = 0
        _ = prints.note(7, since: 0, seen: &outer)
        let first = prints.count
        var seen: UInt64 = 0
        var found = false
        for key in keys where prints.note(key &* 0x9E37_79B9_7F4A_7C15, since: first, seen: &seen) { found = true }
        found = prints.close(since: first) || found
        #expect(found == isRepeat)
        #expect(prints.count == first)
        #expect(prints.note(7, since: 0, seen: &outer))
    }

    @Test func tellsKeysApart() {
        // Keys of a kind that differ in one place only, at any length.
        var all: Set<UInt64> = []
        var count = 0
        for length in 1..<60 {
            for place in 0..<length {
                let key = Bytes((0..<length).map { $0 == place ? 0x62 : 0x61 })
                key.pad()
                all.insert(JSONScan.fingerprint(key.base, length))
                count += 1
            }
        }
        #expect(all.count == count)
    }
}
