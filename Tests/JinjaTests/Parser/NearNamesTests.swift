import Testing

@testable import Jinja

/// Names that come near.
@Suite("Near names")
struct NearNamesTests {
    @Test(
        "counts changes",
        arguments: [("a", "a", 0), ("upper", "uper", 1), ("kitten", "sitting", 3), ("", "abc", 3), ("abc", "", 3)]
    )
    func distance(one: String, other: String, distance: Int) {
        #expect(NearNames.distance(one, other) == distance)
    }

    @Test("says nothing when nothing is near")
    func silence() {
        #expect(NearNames.hint("zzzzzz", ["upper", "lower"]) == nil)
        #expect(NearNames.hint("uper", ["upper", "lower"]) == "did you mean 'upper'?")
    }
}
