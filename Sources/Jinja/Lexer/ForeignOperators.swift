/// Operators of other languages, and what templates write in their place.
enum ForeignOperators {
    private static let remedies = [
        "!": "write 'not' instead of '!'", "&": "write 'and' instead of '&&'", "?": "write 'a if test else b'",
        "$": "write {{ name }}, without '$'", "`": "put strings in quotes",
    ]

    /// What to write instead of a character that templates do not have; nil when there is no advice.
    static func remedy(for character: String) -> String? { remedies[character] }
}
