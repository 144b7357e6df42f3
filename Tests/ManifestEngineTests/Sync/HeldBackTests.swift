import Testing

@testable import ManifestEngine

@Suite("HeldBack")
struct HeldBackTests {
    @Test("each element comes out when the next one is there, the last one at the end")
    func on() {
        var held = HeldBack<Int>(isOn: true)
        #expect([1, 2, 3].map { held.exchange($0) } == [nil, 1, 2])
        #expect(held.take() == 3)
        #expect(held.take() == nil)
    }

    @Test("off, nothing is held")
    func off() {
        var held = HeldBack<Int>(isOn: false)
        #expect(held.exchange(1) == 1)
        #expect(held.take() == nil)
    }
}
