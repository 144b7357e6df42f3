import Testing
import Text

@Suite struct LengthOfTimeTests {
    @Test(arguments: [
        ("90", 90.0), ("90s", 90), ("30m", 1800), ("2h", 7200), ("1d", 86_400), ("0", 0), ("1.5h", 5400), ("1e3", 1000),
        ("-1", nil), ("soon", nil), ("", nil), ("h", nil), ("nan", nil), ("2w", nil),
    ])
    func reads(_ text: String, _ seconds: Double?) { #expect(LengthOfTime.seconds(text) == seconds) }

    @Test(arguments: [
        (0.0, "0 s"), (1.25, "1.3 s"), (90, "90 s"), (3600, "60 minutes"), (7200, "2 hours"), (86_400, "24 hours"),
        (864_000, "10 days"), (1e9, "31 years"), (1e20, "3168808781402 years"), (.infinity, "ever"),
        (.greatestFiniteMagnitude, "ever"),
    ])
    func prints(_ seconds: Double, _ words: String) { #expect(LengthOfTime.words(seconds) == words) }
}
