import Testing
import Text

@Suite("NearestName")
struct NearestNameTests {
    static let names = ["page_size", "start_from_page", "cursor_value", "stop_condition", "path"]

    @Test(
        "finds the name that was meant",
        arguments: [
            ("page_sise", "page_size"), ("pagesize", "page_size"), ("PAGE_SIZE", "page_size"),
            ("paeg_size", "page_size"),
            ("stop_conditon", "stop_condition"), ("pth", "path"), ("p", nil), ("completely_else", nil), ("", nil),
            ("path_", "path"),
        ] as [(String, String?)]
    )
    func nearest(_ name: String, _ expected: String?) {
        #expect(NearestName.of(name, in: Self.names) == expected)
    }

    @Test(
        "counts changed, missing and swapped letters",
        arguments: [
            ("", "", 0), ("a", "", 1), ("abc", "abd", 1), ("abc", "acb", 1), ("kitten", "sitting", 3), ("ab", "ba", 1),
        ]
    )
    func distance(_ one: String, _ other: String, _ expected: Int) {
        #expect(NearestName.distance(Array(one), Array(other)) == expected)
        #expect(NearestName.distance(Array(other), Array(one)) == expected)
        #expect(NearestName.isNear(Array(one), Array(other), limit: expected))
        #expect(!NearestName.isNear(Array(one), Array(other), limit: expected - 1))
    }

    @Test("of equally near names the first of the alphabet is taken")
    func tie() {
        #expect(NearestName.of("ab", in: ["ac", "aa", "zz"]) == "aa")
    }

    @Test(
        "asks for the three nearest names",
        arguments: [
            ("zzzzzz", nil), ("uper", "did you mean 'upper'?"), ("UPPER", "did you mean 'upper'?"),
            ("lowre", "did you mean 'lower'?"), ("a", "did you mean 'b' or 'c' or 'd'?"),
        ] as [(String, String?)]
    )
    func question(_ name: String, _ expected: String?) {
        #expect(NearestName.question(name, in: ["upper", "lower", "e", "d", "c", "b"]) == expected)
    }
}
