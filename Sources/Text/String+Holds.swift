extension String {
    /// Whether a string stands in this one, byte by byte.
    ///
    /// Cheaper than `contains`, which prepares a search for strings of any length and reads this one character by
    /// character.
    package func holds(_ part: String) -> Bool {
        utf8.indices.contains { utf8[$0...].starts(with: part.utf8) }
    }
}
