import Testing

@testable import GongSimulator

struct JSONWriterTests {
    @Test func keepsTheOrderOfMembers() {
        var writer = JSONWriter()
        writer.object { object in
            object.field("z", 1)
            object.array("a") { array in
                array.element(true)
                array.object { _ in }
                array.element(String?.none)
            }
            object.text("t") { $0.raw("x") }
            object.field("m", -12)
        }
        #expect(String(decoding: writer.bytes, as: UTF8.self) == #"{"z":1,"a":[true,{},null],"t":"x","m":-12}"#)
    }

    @Test(arguments: [
        ("plain é", "\"plain é\""), ("\"\\", #""\"\\""#), ("a\nb", #""a\nb""#), ("\u{1}\u{1F}", #""\u0001\u001f""#),
    ])
    func escapesStrings(text: String, expected: String) {
        var writer = JSONWriter()
        writer.element(text)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
    }

    @Test(arguments: [(0, "0.0"), (5, "0.05"), (3_256, "32.56"), (3_250, "32.5"), (9_100, "91.0")])
    func writesHundredths(value: Int, expected: String) {
        var writer = JSONWriter()
        writer.element(Hundredths(value: value))
        #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
    }

    @Test(arguments: [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foobar", "Zm9vYmFy"), ("??>", "Pz8-")])
    func encodesBase64(text: String, expected: String) {
        #expect(Base64.encodeURL(Array(text.utf8)) == expected)
        #expect(Base64.decode(expected) == Array(text.utf8))
    }
}
