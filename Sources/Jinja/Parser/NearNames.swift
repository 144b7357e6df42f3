/// Finds names that come near a wrong one.
enum NearNames {
    /// A sentence such as `did you mean 'upper'?`; nil when nothing is near.
    static func hint(_ name: String, _ known: some Sequence<String>) -> String? {
        // Comparing takes the product of the lengths, and nobody mistypes a page of text.
        guard name.utf8.count <= 200 else { return nil }
        let limit = max(1, name.count / 3)
        let near = known.lazy.filter { abs($0.count - name.count) <= limit }.map {
            (name: $0, distance: distance(name, $0))
        }
        .filter { $0.distance <= limit }
        .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
        .prefix(3)
        guard !near.isEmpty else { return nil }
        return "did you mean " + near.map { "'\($0.name)'" }.joined(separator: " or ") + "?"
    }

    /// How many letters must be added, left out or changed to get from one name to the other.
    static func distance(_ one: String, _ other: String) -> Int {
        let other = Array(other)
        var row = Array(0...other.count)
        for (line, letter) in one.enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for column in other.indices {
                let change = diagonal + (letter == other[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(change, diagonal + 1, row[column] + 1)
            }
        }
        return row[other.count]
    }
}
