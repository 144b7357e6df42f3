/// One page of a list: positions of rows in rising order of id.
struct Page: Equatable {
    /// Rows in a full page; clients cannot choose it.
    static let size = 100

    /// Positions of the rows to send.
    let rows: [Int]
    /// Rows that match, the ones that are not listed yet included.
    let total: Int
    /// Number of this page, from 0.
    let number: Int
    /// True when listed rows follow.
    let hasMore: Bool

    /// What a filter says about a row.
    enum Verdict {
        /// Does not match.
        case out
        /// Matches and is counted, but cannot be seen yet.
        case pending
        /// Matches.
        case listed
    }

    /// Cuts a page out of candidates in rising order.
    ///
    /// The first page looks at all candidates in order to count; a later one starts behind the last row sent and takes
    /// the count from the cursor.
    /// - Parameters:
    ///   - candidates: positions to look at.
    ///   - place: the total and number from the cursor, and the position of the last row sent; nil for page 0.
    ///   - judge: tells whether a row matches.
    /// - Returns: up to 100 listed rows.
    static func cut(
        _ candidates: some Collection<Int>,
        after place: (total: Int, number: Int, lastRow: Int)?,
        judge: (Int) -> Verdict
    ) -> Page {
        var rows: [Int] = []
        var total = 0
        var hasMore = false
        for row in candidates {
            if let place {
                if row <= place.lastRow { continue }
                if hasMore { break }
            }
            let verdict = judge(row)
            if verdict != .out { total += 1 }
            guard verdict == .listed else { continue }
            if rows.count < size { rows.append(row) } else { hasMore = true }
        }
        return Page(rows: rows, total: place?.total ?? total, number: place?.number ?? 0, hasMore: hasMore)
    }
}
