/// A shell pattern for names: `*` any text, `?` one character, `[abc]` and `[a-z]` one of a set, `[!abc]` one of
/// others.
///
/// Letter case counts. A `[` without its `]` stands for itself, and nothing can be escaped except by a set of one
/// (`[*]`). Characters are Unicode scalars.
package struct ShellPattern: Sendable, Equatable {
    private enum Piece: Sendable, Equatable {
        case literal(Unicode.Scalar)
        case any
        case anyText
        case oneOf([ClosedRange<Unicode.Scalar>], isNegated: Bool)
    }

    private let pieces: [Piece]

    /// Whether a string holds any character with a meaning; without one it matches itself alone.
    package static func isPattern(_ text: String) -> Bool {
        text.utf8.contains { $0 == 0x2A || $0 == 0x3F || $0 == 0x5B }
    }

    package init(_ text: String) {
        let scalars = Array(text.unicodeScalars)
        var pieces: [Piece] = []
        var at = 0
        while at < scalars.count {
            switch scalars[at] {
            case "*":
                if pieces.last != .anyText { pieces.append(.anyText) }
            case "?": pieces.append(.any)
            case "[":
                guard let end = Self.endOfSet(scalars, from: at + 1) else { fallthrough }
                pieces.append(Self.set(scalars[(at + 1)..<end]))
                at = end
            default: pieces.append(.literal(scalars[at]))
            }
            at += 1
        }
        self.pieces = pieces
    }

    /// The place of the `]` that closes a set; one that comes first in the set does not.
    private static func endOfSet(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
        var at = start
        if at < scalars.count, scalars[at] == "!" { at += 1 }
        if at < scalars.count, scalars[at] == "]" { at += 1 }
        return scalars[min(at, scalars.count)...].firstIndex(of: "]")
    }

    private static func set(_ content: ArraySlice<Unicode.Scalar>) -> Piece {
        let isNegated = content.first == "!"
        let members = Array(isNegated ? content.dropFirst() : content)
        var ranges: [ClosedRange<Unicode.Scalar>] = []
        var at = 0
        while at < members.count {
            let isRange = at + 2 < members.count && members[at + 1] == "-"
            // A range that runs backwards holds nothing.
            if !isRange {
                ranges.append(members[at]...members[at])
            } else if members[at] <= members[at + 2] {
                ranges.append(members[at]...members[at + 2])
            }
            at += isRange ? 3 : 1
        }
        return .oneOf(ranges, isNegated: isNegated)
    }

    /// Whether the pattern covers a whole name.
    package func matches(_ name: String) -> Bool {
        let scalars = Array(name.unicodeScalars)
        var piece = 0
        var at = 0
        // Where to continue when the text after the last `*` does not fit: one character further.
        var retry: (piece: Int, at: Int)?
        while at < scalars.count || piece < pieces.count {
            if piece < pieces.count, pieces[piece] == .anyText {
                retry = (piece, at)
                piece += 1
            } else if piece < pieces.count, at < scalars.count, Self.fits(scalars[at], pieces[piece]) {
                piece += 1
                at += 1
            } else if let last = retry, last.at < scalars.count {
                retry = (last.piece, last.at + 1)
                piece = last.piece + 1
                at = last.at + 1
            } else {
                return false
            }
        }
        return true
    }

    private static func fits(_ scalar: Unicode.Scalar, _ piece: Piece) -> Bool {
        switch piece {
        case .literal(let literal): scalar == literal
        case .any: true
        case .anyText: false
        case .oneOf(let ranges, let isNegated): ranges.contains { $0.contains(scalar) } != isNegated
        }
    }
}
