import Text

/// Filters that apply another filter or a test to each item.
enum SelectionFilters {
    static let map: FilterBody = { (value, arguments, scope) throws(TemplateError) in
        guard value.isTrue else { return SequenceFilters.generator("sync_do_map", []) }
        let items = try value.iterated()
        let transform = try mapping(arguments, scope)
        var results: [Value] = []
        for item in items { results.append(try transform(item)) }
        return SequenceFilters.generator("sync_do_map", results)
    }

    private static func mapping(
        _ arguments: Arguments,
        _ scope: Scope
    ) throws(TemplateError) -> (Value) throws(TemplateError) -> Value {
        var named = arguments.named
        if arguments.positional.isEmpty, let place = named.firstIndex(where: { $0.name == "attribute" }) {
            let attribute = named.remove(at: place).value
            let standard = named.firstIndex { $0.name == "default" }.map { named.remove(at: $0).value }
            if let other = named.first {
                throw TemplateError(.filterArgument, "Unexpected keyword argument '\(other.name)'")
            }
            let getter = AttributeGetter(attribute, standard: standard)
            return { (item) throws(TemplateError) in try getter.get(item) }
        }
        guard let first = arguments.positional.first else {
            throw TemplateError(.filterArgument, "map requires a filter argument")
        }
        let name = first.pythonText
        let rest = Arguments(Array(arguments.positional.dropFirst()), named: named)
        guard let filter = FilterTable.filters[name] else {
            let hint = NearestName.question(name, in: FilterTable.filters.keys)
            throw TemplateError(.runtime, "No filter named \(PythonText.repr(name)).", hint: hint)
        }
        return { (item) throws(TemplateError) in
            let result = try filter.body(item, rest, scope)
            try SizeLimit.check(result, scope)
            return result
        }
    }

    static let select: FilterBody = { (value, arguments, scope) throws(TemplateError) in
        try chosen("sync_do_select", value, arguments, scope, keeps: true, byAttribute: false)
    }

    static let reject: FilterBody = { (value, arguments, scope) throws(TemplateError) in
        try chosen("sync_do_reject", value, arguments, scope, keeps: false, byAttribute: false)
    }

    static let selectattr: FilterBody = { (value, arguments, scope) throws(TemplateError) in
        try chosen("sync_do_selectattr", value, arguments, scope, keeps: true, byAttribute: true)
    }

    static let rejectattr: FilterBody = { (value, arguments, scope) throws(TemplateError) in
        try chosen("sync_do_rejectattr", value, arguments, scope, keeps: false, byAttribute: true)
    }

    /// The items whose test holds, or does not.
    ///
    /// An unknown test fails at the first item.
    private static func chosen(
        _ name: String,
        _ value: Value,
        _ arguments: Arguments,
        _ scope: Scope,
        keeps: Bool,
        byAttribute: Bool
    ) throws(TemplateError) -> Value {
        guard value.isTrue else { return SequenceFilters.generator(name, []) }
        var rest = arguments.positional[...]
        var getter = AttributeGetter(nil)
        if byAttribute {
            guard let attribute = rest.popFirst() else {
                throw TemplateError(.filterArgument, "Missing parameter for attribute name")
            }
            getter = AttributeGetter(attribute)
        }
        let test = rest.popFirst().map(\.pythonText)
        let others = Arguments(Array(rest), named: arguments.named)
        var kept: [Value] = []
        for item in try value.iterated() {
            let subject = try getter.get(item)
            if try holds(test, subject, others, scope) == keeps { kept.append(item) }
        }
        return SequenceFilters.generator(name, kept)
    }

    private static func holds(
        _ name: String?,
        _ subject: Value,
        _ arguments: Arguments,
        _ scope: Scope
    ) throws(TemplateError) -> Bool {
        guard let name else { return subject.isTrue }
        guard let test = TestTable.tests[name] else {
            let hint = NearestName.question(name, in: TestTable.tests.keys)
            throw TemplateError(.runtime, "No test named \(PythonText.repr(name)).", hint: hint)
        }
        return try test(subject, arguments, scope)
    }
}
