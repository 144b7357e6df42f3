/// A keyword of JSON schema: the drafts that have it, and what it finds.
struct SchemaKeyword: Sendable {
    let drafts: ClosedRange<SchemaDraft>
    let violations: @Sendable (SchemaCall) -> [SchemaViolation]

    init(_ drafts: ClosedRange<SchemaDraft>, _ violations: @escaping @Sendable (SchemaCall) -> [SchemaViolation]) {
        self.drafts = drafts
        self.violations = violations
    }

    static let reference = SchemaKeyword(every, LogicKeywords.reference)

    private static let every = SchemaDraft.draft4...SchemaDraft.draft2020
    private static let from6 = SchemaDraft.draft6...SchemaDraft.draft2020
    private static let from7 = SchemaDraft.draft7...SchemaDraft.draft2020
    private static let from2019 = SchemaDraft.draft2019...SchemaDraft.draft2020
    private static let to7 = SchemaDraft.draft4...SchemaDraft.draft7

    /// All keywords by name.
    static let all: [String: SchemaKeyword] = [
        "$ref": reference,
        "additionalItems": SchemaKeyword(.draft4 ... .draft2019, ArrayKeywords.additionalItems),
        "additionalProperties": SchemaKeyword(every, ObjectKeywords.additionalProperties),
        "allOf": SchemaKeyword(every, LogicKeywords.allOf),
        "anyOf": SchemaKeyword(every, LogicKeywords.anyOf),
        "const": SchemaKeyword(from6, LogicKeywords.const),
        "contains": SchemaKeyword(from6, ArrayKeywords.contains),
        "dependencies": SchemaKeyword(to7, ObjectKeywords.dependencies),
        "dependentRequired": SchemaKeyword(from2019, ObjectKeywords.dependencies),
        "dependentSchemas": SchemaKeyword(from2019, ObjectKeywords.dependencies),
        "enum": SchemaKeyword(every, LogicKeywords.enumeration),
        "exclusiveMaximum": SchemaKeyword(from6, NumberKeywords.exclusiveMaximum),
        "exclusiveMinimum": SchemaKeyword(from6, NumberKeywords.exclusiveMinimum),
        "if": SchemaKeyword(from7, LogicKeywords.condition),
        "items": SchemaKeyword(every, ArrayKeywords.items),
        "maxItems": SchemaKeyword(every, ArrayKeywords.maxItems),
        "maxLength": SchemaKeyword(every, TextKeywords.maxLength),
        "maxProperties": SchemaKeyword(every, ObjectKeywords.maxProperties),
        "maximum": SchemaKeyword(every, NumberKeywords.maximum),
        "minItems": SchemaKeyword(every, ArrayKeywords.minItems),
        "minLength": SchemaKeyword(every, TextKeywords.minLength),
        "minProperties": SchemaKeyword(every, ObjectKeywords.minProperties),
        "minimum": SchemaKeyword(every, NumberKeywords.minimum),
        "multipleOf": SchemaKeyword(every, NumberKeywords.multipleOf),
        "not": SchemaKeyword(every, LogicKeywords.not),
        "oneOf": SchemaKeyword(every, LogicKeywords.oneOf),
        "pattern": SchemaKeyword(every, TextKeywords.pattern),
        "patternProperties": SchemaKeyword(every, ObjectKeywords.patternProperties),
        "prefixItems": SchemaKeyword(.draft2020 ... .draft2020, ArrayKeywords.prefixItems),
        "properties": SchemaKeyword(every, ObjectKeywords.properties),
        "propertyNames": SchemaKeyword(from6, ObjectKeywords.propertyNames),
        "required": SchemaKeyword(every, ObjectKeywords.required),
        "type": SchemaKeyword(every, LogicKeywords.type),
        "uniqueItems": SchemaKeyword(every, ArrayKeywords.uniqueItems),
    ]
}
