/// Reads what the `attribute` argument of a filter names: `a`, `a.b`, `0`, or for sorting also `a,b`.
struct AttributeGetter {
    private let paths: [[Value]]
    private let isMultiple: Bool
    private let standard: Value?
    private let ignoresCase: Bool

    /// A nil or null attribute gives the item itself.
    ///
    /// With `allowsMultiple` the result is a list, also for one name.
    init(_ attribute: Value?, standard: Value? = nil, ignoresCase: Bool = false, allowsMultiple: Bool = false) {
        self.standard = standard.flatMap { $0.isNull ? nil : $0 }
        self.ignoresCase = ignoresCase
        let names: [Value]
        if allowsMultiple, let text = attribute?.text {
            names = text.split(separator: ",", omittingEmptySubsequences: false).map { .string(String($0)) }
        } else {
            names = attribute.map { $0.isNull ? [] : [$0] } ?? []
        }
        isMultiple = allowsMultiple
        paths = names.isEmpty ? [[]] : names.map(Self.path)
    }

    private static func path(_ attribute: Value) -> [Value] {
        guard let text = attribute.text else { return [attribute] }
        return text.split(separator: ".", omittingEmptySubsequences: false).map { part in
            let isNumber = !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
            return isNumber ? .int(Int(part) ?? 0) : .string(String(part))
        }
    }

    func get(_ item: Value) throws(TemplateError) -> Value {
        var values: [Value] = []
        for path in paths {
            var value = item
            for part in path {
                value = try value.subscripted(part)
                if let standard, value.isUndefined { value = standard }
            }
            values.append(ignoresCase ? Self.lowered(value) : value)
        }
        return isMultiple ? .list(values) : values[0]
    }

    static func lowered(_ value: Value) -> Value {
        value.text.map { .string($0.lowercased()) } ?? value
    }
}
