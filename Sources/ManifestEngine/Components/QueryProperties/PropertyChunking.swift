import JSON
package import Manifest

/// How properties are cut into groups of one request each, and how the records are put together.
///
/// Manifest type `PropertyChunking`.
package struct PropertyChunking: Component {
    package static let typeName = "PropertyChunking"
    package static let summary = "How properties are cut into groups of one request each."
    package static let details = """
        Properties that are always included do not count for the limit. Without `property_limit` there is one group, and \
        `property_selector` has no effect. The records of all groups with the same key become one.
        """
    package static let example = """
        type: PropertyChunking
        property_limit_type: characters
        property_limit: 15000
        record_merge_strategy:
          type: GroupByKeyMergeStrategy
          key: id
        """

    private static let typeField = Field.required(
        "property_limit_type",
        .word(["characters", "property_count"]),
        "What is limited: characters, with three more for each name, or the number of names."
    )
    private static let limitField = Field("property_limit", .integer, "The most of a group.")
    private static let mergeField = Field(
        "record_merge_strategy",
        .component(ComponentRegistry.mergeStrategies),
        default: ["type": "GroupByKeyMergeStrategy", "key": "id"],
        "What records are put together by."
    )
    package static let fields = [typeField, limitField, mergeField]

    /// Characters between two names.
    private static let separator = 3

    private let countsCharacters: Bool
    private let limit: Int
    private let strategy: GroupByKeyMergeStrategy

    package init(_ reader: ComponentReader) throws {
        countsCharacters = reader.optionalString(Self.typeField) == "characters"
        limit = reader.value(Self.limitField)?.integer ?? 0
        strategy = try reader.component(Self.mergeField, ComponentRegistry.mergeStrategies)
    }

    /// The groups of some names.
    ///
    /// - Parameters:
    ///   - always: names that are part of each group.
    ///   - wanted: the only names to ask for; all if nil.
    func groups(of names: [String], always: [String], wanted: Set<String>?) -> [[String]] {
        guard limit != 0 else { return [names + always] }
        var groups: [[String]] = []
        var group = always
        var size = 0
        for name in names where wanted?.contains(name) ?? true {
            let added = countsCharacters ? name.unicodeScalars.count + Self.separator : 1
            if size + added > limit {
                groups.append(group)
                (group, size) = (always, 0)
            }
            group.append(name)
            size += added
        }
        return groups + [group]
    }

    func mergeKey(of record: JSONObject) -> String? { strategy.key(of: record) }
}
