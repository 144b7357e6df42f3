/// A parsed expression: its form and its place in the template text.
struct ExpressionSyntax {
    let form: Form
    let range: Range<Int>
    /// How many expressions stand inside each other here, this one counted.
    private(set) var height = 1

    init(form: Form, range: Range<Int>) {
        self.form = form
        self.range = range
        var tallest = 0
        forEachChild { tallest = max(tallest, $0.height) }
        height = tallest + 1
    }

    indirect enum Form {
        case constant(Value)
        case name(String)
        case attribute(ExpressionSyntax, String)
        case item(ExpressionSyntax, ExpressionSyntax)
        case slice(ExpressionSyntax?, ExpressionSyntax?, ExpressionSyntax?)
        case call(ExpressionSyntax, ArgumentsSyntax)
        /// The input is nil in a filter block and after a block `set`.
        case filter(ExpressionSyntax?, String, ArgumentsSyntax)
        case test(ExpressionSyntax, String, ArgumentsSyntax)
        case unary(UnaryOperator, ExpressionSyntax)
        case binary(BinaryOperator, ExpressionSyntax, ExpressionSyntax)
        case not(ExpressionSyntax)
        case and(ExpressionSyntax, ExpressionSyntax)
        case or(ExpressionSyntax, ExpressionSyntax)
        case comparison(ExpressionSyntax, [(Comparison, ExpressionSyntax)])
        case concatenation([ExpressionSyntax])
        case conditional(test: ExpressionSyntax, then: ExpressionSyntax, otherwise: ExpressionSyntax?)
        case tuple([ExpressionSyntax])
        case list([ExpressionSyntax])
        case dict([(key: ExpressionSyntax, value: ExpressionSyntax)])
    }
}

/// The arguments of a call as written: positional, named, `*list` and `**dict`.
struct ArgumentsSyntax {
    var positional: [ExpressionSyntax] = []
    var named: [(name: String, value: ExpressionSyntax)] = []
    var list: ExpressionSyntax?
    var dict: ExpressionSyntax?
}

enum UnaryOperator { case minus, plus }

enum BinaryOperator: String {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case floorDivide = "//"
    case modulo = "%"
    case power = "**"
}

enum Comparison: String {
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case isIn = "in"
    case isNotIn = "not in"
}

/// What an assignment writes to.
indirect enum TargetSyntax {
    case name(String, Range<Int>)
    case tuple([TargetSyntax], Range<Int>)
    /// `namespace.name`, in `set` only.
    case attribute(String, String, Range<Int>)
}

/// A parsed statement, or a piece of output.
indirect enum StatementSyntax {
    case text(String)
    case output(ExpressionSyntax)
    case conditional([(test: ExpressionSyntax, body: [StatementSyntax])], otherwise: [StatementSyntax])
    case loop(LoopSyntax)
    case assignment(TargetSyntax, ExpressionSyntax)
    case blockAssignment(TargetSyntax, filter: ExpressionSyntax?, [StatementSyntax])
    case with([(target: TargetSyntax, value: ExpressionSyntax)], [StatementSyntax])
    case macro(MacroSyntax)
    /// `{% call(…) f() %}`: the macro holds the block's parameters and body.
    case callBlock(ExpressionSyntax, MacroSyntax)
    case filterBlock(ExpressionSyntax, [StatementSyntax])
    /// A named block or an autoescape block: a scope of its own, without further effect.
    case scope([StatementSyntax])
    /// `include`, `import`, `extends`: there is nothing to load from. The names are those an import would set.
    case loading(ExpressionSyntax, names: [String])
}

/// A `for` loop.
struct LoopSyntax {
    let target: TargetSyntax
    let sequence: ExpressionSyntax
    let condition: ExpressionSyntax?
    let isRecursive: Bool
    let body: [StatementSyntax]
    let otherwise: [StatementSyntax]
}

/// A macro of the template's own, or the block of a `call`.
struct MacroSyntax {
    let name: String
    let parameters: [(name: String, standard: ExpressionSyntax?)]
    let body: [StatementSyntax]
    let range: Range<Int>
}
