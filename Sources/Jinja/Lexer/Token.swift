/// A piece of a template: literal text, a delimiter, or a word of an expression.
struct Token {
    enum Kind: UInt8 {
        case text
        case outputBegin
        case outputEnd
        case blockBegin
        case blockEnd
        case name
        case string
        case integer
        case float
        case add, sub, mul, div, floorDiv, mod, pow
        case tilde, pipe, dot, comma, colon, semicolon, assign
        case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
        case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
        case end
    }

    let kind: Kind
    /// The literal text, the name, the string's content, or the digits of a number without underscores.
    let text: String
    /// UTF-8 offsets in the template as written.
    let range: Range<Int>

    /// How the token is named in messages.
    var label: String {
        switch kind {
        case .text: "template data"
        case .outputBegin: "begin of print statement"
        case .outputEnd: "end of print statement"
        case .blockBegin: "begin of statement block"
        case .blockEnd: "end of statement block"
        case .end: "end of template"
        default: text
        }
    }

    func isName(_ name: String) -> Bool { kind == .name && text == name }
}

extension Token.Kind {
    /// The operators by their spelling, longest first.
    static let operators: [(spelling: [UInt8], kind: Token.Kind)] = [
        ("//", Token.Kind.floorDiv), ("**", .pow), ("==", .equal), ("!=", .notEqual), ("<=", .lessOrEqual),
        (">=", .greaterOrEqual), ("+", .add), ("-", .sub), ("*", .mul), ("/", .div), ("%", .mod), ("~", .tilde),
        ("|", .pipe), (".", .dot), (",", .comma), (":", .colon), (";", .semicolon), ("=", .assign), ("<", .less),
        (">", .greater), ("(", .leftParenthesis), (")", .rightParenthesis), ("[", .leftBracket),
        ("]", .rightBracket), ("{", .leftBrace), ("}", .rightBrace),
    ].map { (Array($0.0.utf8), $0.1) }
}
