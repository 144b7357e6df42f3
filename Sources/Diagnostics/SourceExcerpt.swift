import YAML

/// One line of a file with a place marked below it; of a long line, the part around the place.
struct SourceExcerpt: Equatable {
    /// Characters of a line that are shown at most.
    static let widest = 160
    /// Characters before the place that are shown of a longer line.
    static let before = 60
    private static let ellipsis = "…"

    /// The line, with an ellipsis where something is left out.
    let line: String
    /// As many columns as the place is away from the start of the line, and carets below it.
    let marks: String

    /// Shows where a place begins; nil for an empty line.
    init?(_ place: Place) {
        let line = Array(place.file.line(place.range.start.line).unicodeScalars)
        guard !line.isEmpty else { return nil }
        let window = Self.window(in: line, around: place.range.start.column - 1)
        let mark = Self.mark(place.range, in: line).clamped(to: window.lowerBound..<line.endIndex)
        let lead = window.lowerBound > 0 ? Self.ellipsis : ""
        self.line = lead + Self.text(line[window]) + (window.upperBound < line.count ? Self.ellipsis : "")
        marks =
            String(repeating: " ", count: lead.count)
            + line[window.lowerBound..<mark.lowerBound].map(Self.blank).joined()
            + Self.carets(below: line[mark.clamped(to: window)])
    }

    /// The characters of the line that are shown.
    private static func window(in line: [Unicode.Scalar], around start: Int) -> Range<Int> {
        guard line.count > widest else { return line.indices }
        var first = max(0, min(start - before, line.count - widest))
        // An accent stays with its letter.
        while first > 0, LetterWidth.columns(line[first]) == 0 { first -= 1 }
        return first..<(first + widest)
    }

    /// The characters of the line that belong to the place; up to the end of the line when the place continues below.
    private static func mark(_ range: SourceRange, in line: [Unicode.Scalar]) -> Range<Int> {
        let start = min(range.start.column - 1, line.count)
        let end = range.end.line == range.start.line ? min(range.end.column - 1, line.count) : line.count
        return start..<max(start, end)
    }

    /// The characters without those that steer a terminal.
    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(
            contentsOf: scalars.map { $0 != "\t" && $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }
        )
        return String(text)
    }

    /// White space of the same width; a tab stays one, as its width depends on where it stands.
    private static func blank(_ scalar: Unicode.Scalar) -> String {
        scalar == "\t" ? "\t" : String(repeating: " ", count: LetterWidth.columns(scalar))
    }

    /// One caret a column, at least one.
    private static func carets(below scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(repeating: "^", count: max(1, scalars.reduce(0) { $0 + LetterWidth.columns($1) }))
    }
}
