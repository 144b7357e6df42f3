import Testing
import YAML

@Suite("error texts")
struct YAMLErrorTests {
    @Test(
        "name the file, the place, the context and the advice",
        arguments: [
            (
                "a: 'x",
                "sample.yaml:1:6: found unexpected end of stream (while scanning a quoted scalar, which begins at 1:4); "
                    + "the quote that opens this string is never closed"
            ),
            (
                "a: !!int x",
                "sample.yaml:1:4: 'x' is not a whole number to base 10; "
                    + "if this is meant as a string, put it in quotes"
            ),
            ("a: !!float x", "sample.yaml:1:4: could not convert text to a number: 'x'"),
        ]
    )
    func description(text: String, expected: String) throws {
        #expect(failure(text)?.description == expected)
    }
}
