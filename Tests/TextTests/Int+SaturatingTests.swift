import Testing
import Text

@Suite struct IntSaturatingTests {
    @Test(
        "every number has a nearest integer",
        arguments: [
            (1.9, 1), (-1.9, -1), (0, 0), (1e20, Int.max), (-1e20, .min), (9.3e18, .max), (.infinity, .max),
            (-.infinity, .min), (.nan, 0), (-9.223372036854775808e18, .min), (1e-320, 0),
        ] as [(Double, Int)]
    )
    func nearest(_ number: Double, _ expected: Int) { #expect(Int(saturating: number) == expected) }
}
