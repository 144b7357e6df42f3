import Testing

@testable import ManifestEngine

@Suite("Transliteration")
struct TransliterationTests {
    @Test(
        "writes letters with marks, Greek and Cyrillic in ASCII",
        arguments: [
            ("plain $ text", "plain $ text"), ("Ærø", "Aero"), ("Łódź", "Lodz"), ("Đường", "Duong"),
            ("ẞß", "Ssss"), ("µm", "um"), ("10°", "10deg"), ("©", "(C)"), ("Щука", "Shchuka"),
            ("Ψυχή", "Psychi"), ("e\u{301}", "e"), ("a\u{200B}b", "ab"), ("٣", "3"), ("→", "-"), ("日", "日"),
        ]
    )
    func ascii(_ text: String, _ expected: String) {
        #expect(Transliteration.ascii(text) == expected)
    }
}
