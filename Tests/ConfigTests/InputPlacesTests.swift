import Testing

@testable import Config
@testable import Diagnostics

@Suite("InputPlaces")
struct InputPlacesTests {
    private static let text = #"{"streams": [{"stream": {"name": "a"}, "sync_mode": "x"}, 5]}"#

    private func range(_ place: Place) -> String { place.file.text(in: place.range) }

    @Test(
        "the place of a value, and where an object or a list begins",
        arguments: [
            (["streams", "0", "sync_mode"], #""x""#), (["streams", "1"], "5"), (["streams", "0"], "{"),
            (["streams"], "["),
            ([], "{"), (["streams", "0", "cursor_field"], "{"), (["streams", "7", "x"], "["),
        ]
    )
    func values(_ path: [String], _ expected: String) {
        let places = InputPlaces(InputFile(name: "c.json", bytes: Array(Self.text.utf8), role: "catalog"))
        #expect(range(places.place(of: path)) == expected)
    }

    @Test("the place of a name, in a line of a file too")
    func names() {
        let bytes = Array("é\n\(Self.text)".utf8)
        let file = InputFile(name: "c.json", bytes: bytes, role: "catalog")
        let places = InputPlaces(file, part: 3..<bytes.count)
        let place = places.place(ofName: ["streams", "0", "sync_mode"])
        #expect(range(place) == #""sync_mode""#)
        #expect(place.range.start.line == 2)
        #expect(range(places.place(ofName: ["streams", "0", "nothing"])) == "{")
    }
}
