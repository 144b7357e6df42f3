/// Finds the name that was probably meant.
package enum NearestName {
    /// The longest name that is compared, in bytes.
    private static let longest = 200

    /// The known name with the fewest changed, missing or swapped letters, if it is near enough to be meant.
    package static func of(_ name: String, in known: some Collection<String>) -> String? {
        all(of: name, in: known).first
    }

    /// A question such as `did you mean 'upper'?` for the names that are nearest; nil when nothing is near.
    package static func question(_ name: String, in known: some Collection<String>) -> String? {
        let near = all(of: name, in: known).prefix(3)
        return near.isEmpty ? nil : "did you mean " + near.map { "'\($0)'" }.joined(separator: " or ") + "?"
    }

    /// The known names that are near enough to be meant, the nearest first.
    private static func all(of name: String, in known: some Collection<String>) -> [String] {
        // Comparing takes the product of the lengths, and no typo is a page long.
        guard name.utf8.count <= longest else { return [] }
        let letters = Array(name.lowercased())
        let limit = max(1, name.count / 3)
        let candidates = known.lazy.filter { abs($0.count - letters.count) <= limit && $0.utf8.count <= longest }
            .map { ($0, distance(letters, Array($0.lowercased()))) }
        return candidates.filter { $0.1 <= limit }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
    }

    /// Whether two words differ by at most this many single-letter changes.
    package static func isNear(_ one: [Character], _ other: [Character], limit: Int) -> Bool {
        abs(one.count - other.count) <= limit && distance(one, other) <= limit
    }

    /// Number of single-letter changes between two words; a swap of neighbours counts as one.
    package static func distance(_ one: [Character], _ other: [Character]) -> Int {
        var older: [Int] = []
        var old = Array(0...other.count)
        for (row, letter) in one.enumerated() {
            var new = [row + 1]
            for (column, opposite) in other.enumerated() {
                let change = old[column] + (letter == opposite ? 0 : 1)
                var best = min(change, old[column + 1] + 1, new[column] + 1)
                let isSwap = row > 0 && column > 0 && letter == other[column - 1] && one[row - 1] == opposite
                if isSwap { best = min(best, older[column - 1] + 1) }
                new.append(best)
            }
            older = old
            old = new
        }
        return old[other.count]
    }
}
