/// What is wrong in a YAML text, where, and what to do about it.
package struct YAMLError: Error, Sendable, CustomStringConvertible {
    /// The step that found the fault.
    package enum Kind: Sendable, Hashable {
        /// The bytes are not UTF-8, or hold a character YAML does not allow.
        case encoding
        /// The text cannot be cut into tokens, such as a quote that is never closed.
        case scanner
        /// The tokens do not follow each other as they should.
        case parser
        /// An unknown alias, an anchor defined twice, or a second document.
        case composer
        /// A value that its tag does not allow, an unknown tag, or a key that cannot be one.
        case constructor
        /// The document nests too deeply, or its aliases make it too large.
        case limit
        /// There was no memory left to parse with.
        case memory
    }

    /// What was being read when the fault was found, and where that began.
    package struct Context: Sendable, Hashable {
        /// Such as `while parsing a block mapping`.
        package let message: String

        /// The place where the surrounding construct begins.
        package let position: Position
    }

    /// The step that found the fault.
    package let kind: Kind

    /// What is wrong, in one short sentence without the place.
    package let message: String

    /// The place of the fault.
    package let position: Position

    /// The file that the places belong to.
    package let file: SourceFile

    /// What was being read, when the step can tell.
    package let context: Context?

    /// What the author can do about it, when the cause is likely.
    package let hint: String?

    init(
        kind: Kind,
        message: String,
        position: Position,
        file: SourceFile,
        context: Context? = nil,
        hint: String? = nil
    ) {
        self.kind = kind
        self.message = message
        self.position = position
        self.file = file
        self.context = context
        self.hint = hint
    }

    /// The fault on one line: file, place, message, context, and the hint.
    package var description: String {
        var text = "\(file.name):\(position): \(message)"
        if let context { text += " (\(context.message), which begins at \(context.position))" }
        if let hint { text += "; \(hint)" }
        return text
    }
}
