import Dates

/// `format_datetime` with formats that are written out, which are compiled with the template.
final class FormatDatetimeExpression: Expression, @unchecked Sendable {
    private let callee: GlobalExpression
    private let arguments: ArgumentExpressions
    private let value: Expression
    private let format: DateFormat
    private let inputFormat: InputFormat?

    /// Nil for other calls.
    init?(_ callee: GlobalExpression, _ arguments: ArgumentExpressions, _ range: Range<Int>) {
        guard callee.global.name == "format_datetime", arguments.list == nil, arguments.dict == nil,
            (2...3).contains(arguments.positional.count), case .string(let pattern) = arguments.positional[1].constant
        else { return nil }
        var input = arguments.positional.dropFirst(2).first
        if let named = arguments.named.first {
            guard arguments.named.count == 1, named.name == "input_format", input == nil else { return nil }
            input = named.value
        }
        if let input {
            guard case .string(let pattern) = input.constant, !pattern.isEmpty else { return nil }
            inputFormat = InputFormat(pattern)
        } else {
            inputFormat = nil
        }
        self.callee = callee
        self.arguments = arguments
        value = arguments.positional[0]
        format = DateFormat(pattern)
        super.init(range)
    }

    override func evaluate(_ scope: Scope) throws(TemplateError) -> Value {
        if let hiding = scope[callee.symbol] {
            let values = try arguments.evaluate(scope)
            return try located { () throws(TemplateError) in try hiding.call(values, scope) }
        }
        let value = try value.evaluate(scope)
        if case .datetime(let date) = value { return .string(date.strftime(format.pattern)) }
        let moment = try located { () throws(TemplateError) in try DateFunctions.read(value, inputFormat) }
        return .string(format.format(moment))
    }
}
