/// A test: what stands before the `is`, the arguments, and the scope of the evaluation.
typealias TestBody = @Sendable (Value, Arguments, Scope) throws(TemplateError) -> Bool

/// The tests: the only list of them.
///
/// All of Jinja2 3.1.6.
enum TestTable {
    static let tests: [String: TestBody] = [
        "!=": ValueTests.notEqual,
        "<": ValueTests.less,
        "<=": ValueTests.lessOrEqual,
        "==": ValueTests.equal,
        ">": ValueTests.greater,
        ">=": ValueTests.greaterOrEqual,
        "boolean": TypeTests.boolean,
        "callable": TypeTests.callable,
        "defined": TypeTests.defined,
        "divisibleby": ValueTests.divisibleby,
        "eq": ValueTests.equal,
        "equalto": ValueTests.equal,
        "escaped": TypeTests.escaped,
        "even": ValueTests.even,
        "false": TypeTests.isFalse,
        "filter": NameTests.filter,
        "float": TypeTests.float,
        "ge": ValueTests.greaterOrEqual,
        "greaterthan": ValueTests.greater,
        "gt": ValueTests.greater,
        "in": ValueTests.isIn,
        "integer": TypeTests.integer,
        "iterable": TypeTests.iterable,
        "le": ValueTests.lessOrEqual,
        "lessthan": ValueTests.less,
        "lower": ValueTests.lower,
        "lt": ValueTests.less,
        "mapping": TypeTests.mapping,
        "ne": ValueTests.notEqual,
        "none": TypeTests.none,
        "number": TypeTests.number,
        "odd": ValueTests.odd,
        "sameas": ValueTests.sameas,
        "sequence": TypeTests.sequence,
        "string": TypeTests.string,
        "test": NameTests.test,
        "true": TypeTests.isTrue,
        "undefined": TypeTests.undefined,
        "upper": ValueTests.upper,
    ]
}
