import Testing

@testable import YAML

@Suite("numbers without limit")
struct MagnitudeTests {
    @Test("carry across their groups of digits")
    func arithmetic() {
        var number = Magnitude()
        #expect(number.isZero)
        #expect(number.description == "0")
        for _ in 0..<20 { number.multiply(by: 10, adding: 9) }
        #expect(number.description == "99999999999999999999")
        var one = Magnitude()
        one.multiply(by: 0, adding: 1)
        number.add(one)
        #expect(number.description == "100000000000000000000")
        one.add(number)
        #expect(one.description == "100000000000000000001")
    }
}
