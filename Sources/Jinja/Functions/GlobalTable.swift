/// A function that templates call by its name.
struct GlobalFunction: Sendable {
    let name: String
    /// Whether the result depends on the arguments alone.
    let isPure: Bool
    let body: @Sendable (Arguments, Scope) throws(TemplateError) -> Value

    init(
        _ name: String,
        isPure: Bool = true,
        _ body: @escaping @Sendable (Arguments, Scope) throws(TemplateError) -> Value
    ) {
        self.name = name
        self.isPure = isPure
        self.body = body
    }
}

/// The functions of templates: the macros of the reference, then those of Jinja2.
///
/// The only list of them.
///
/// Jinja2's `lipsum` is left out, and `range`, which the reference removes.
enum GlobalTable {
    static let functions: [String: GlobalFunction] = Dictionary(uniqueKeysWithValues: list.map { ($0.name, $0) })

    private static let list: [GlobalFunction] = [
        GlobalFunction("camel_case_to_snake_case", TextFunctions.camelCaseToSnakeCase),
        GlobalFunction("day_delta", isPure: false, DateFunctions.dayDelta),
        GlobalFunction("duration", DateFunctions.duration),
        GlobalFunction("format_datetime", DateFunctions.formatDatetime),
        GlobalFunction("generate_uuid", isPure: false, TextFunctions.generateUUID),
        GlobalFunction("max", ExtremeFunctions.max),
        GlobalFunction("min", ExtremeFunctions.min),
        GlobalFunction("now_utc", isPure: false, DateFunctions.nowUTC),
        GlobalFunction("sanitize_url", TextFunctions.sanitizeURL),
        GlobalFunction("str_to_datetime", DateFunctions.strToDatetime),
        GlobalFunction("timestamp", DateFunctions.timestamp),
        GlobalFunction("today_utc", isPure: false, DateFunctions.todayUTC),
        GlobalFunction("today_with_timezone", isPure: false, DateFunctions.todayWithTimezone),

        GlobalFunction("cycler", ObjectFunctions.cycler),
        GlobalFunction("dict", ObjectFunctions.dict),
        GlobalFunction("joiner", ObjectFunctions.joiner),
        GlobalFunction("namespace", ObjectFunctions.namespace),
    ]
}
