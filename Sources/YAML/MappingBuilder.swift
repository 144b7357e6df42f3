/// Collects the entries of a mapping: the last value of a key wins, at the place of the first.
struct MappingBuilder {
    /// Up to this many entries a search from the front is as fast as hashing, and needs no memory.
    private static let smallCount = 8

    private var entries: [YAMLMapping.Entry] = []
    /// The index of each key; empty as long as there are few.
    private var indexes: [KeyIdentity: Int] = [:]
    private var duplicates: [YAMLMapping.Duplicate] = []
    /// Entries before this index came from merges, and the mapping's own keys replace them silently.
    private var mergedCount = 0
    /// The merged entries that the mapping's own keys have replaced.
    private var replaced: Set<Int> = []

    init(capacity: Int) {
        entries.reserveCapacity(capacity)
    }

    /// Adds the entries of a merged mapping; a later merge replaces the values of an earlier one.
    mutating func merge(_ mapping: YAMLMapping) {
        for entry in mapping.entries {
            if let index = index(of: entry.key) {
                entries[index] = .init(key: entries[index].key, value: entry.value)
            } else {
                append(entry)
            }
        }
        mergedCount = entries.count
    }

    /// Adds one of the mapping's own entries, whose key must not be a collection.
    ///
    /// A repeated key keeps the first key and takes the last value. A merged key gives way to the mapping's own, so
    /// that places point at this mapping; only text does, because of `1` and `true`, one key, the first must stay.
    mutating func add(_ entry: YAMLMapping.Entry) {
        guard let index = index(of: entry.key) else { return append(entry) }
        let first = entries[index].key
        if index < mergedCount, replaced.insert(index).inserted {
            entries[index] = .init(key: first.string == nil ? first : entry.key, value: entry.value)
        } else {
            duplicates.append(.init(key: entry.key, first: first.range, repeated: entry.key.range))
            entries[index] = .init(key: first, value: entry.value)
        }
    }

    /// The finished mapping.
    func mapping() -> YAMLMapping { YAMLMapping(entries: entries, duplicates: duplicates) }

    private mutating func append(_ entry: YAMLMapping.Entry) {
        entries.append(entry)
        if entries.count > Self.smallCount + 1 {
            if let identity = KeyIdentity(entry.key.value) { indexes[identity] = entries.count - 1 }
        } else if entries.count > Self.smallCount {
            for (index, entry) in entries.enumerated() {
                if let identity = KeyIdentity(entry.key.value) { indexes[identity] = index }
            }
        }
    }

    private func index(of key: YAMLNode) -> Int? {
        if case .string(let text) = key.value { return index(of: text) }
        guard let identity = KeyIdentity(key.value) else { return nil }
        if !indexes.isEmpty { return indexes[identity] }
        return entries.firstIndex { KeyIdentity($0.key.value) == identity }
    }

    private func index(of text: String) -> Int? {
        if !indexes.isEmpty { return indexes[.text(ExactText(text))] }
        for index in entries.indices {
            if case .string(let key) = entries[index].key.value, ExactText.areSame(key, text) { return index }
        }
        return nil
    }
}
