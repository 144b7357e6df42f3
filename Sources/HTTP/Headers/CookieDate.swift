import Dates

/// Reads the date of a cookie's `Expires`, after RFC 6265, section 5.1.1.
enum CookieDate {
    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    /// Seconds since 1970; nil for text that is not a date.
    static func seconds(_ text: some StringProtocol) -> Int? {
        var time: [Int]?
        var day: Int?
        var month: Int?
        var year: Int?
        for word in text.lowercased().split(whereSeparator: isDelimiter) {
            if time == nil, let found = clock(word) {
                time = found
            } else if day == nil, let found = number(word, digits: 1...2) {
                day = found
            } else if month == nil, let found = months.firstIndex(of: String(word.prefix(3))) {
                month = found + 1
            } else if year == nil, let found = number(word, digits: 2...4) {
                year = found < 70 ? found + 2000 : found < 100 ? found + 1900 : found
            }
        }
        guard let time, let day, let month, let year, year >= 1601,
            let date = try? CalendarDate(year: year, month: month, day: day)
        else { return nil }
        return Int(date.daysSinceEpoch) * 86_400 + time[0] * 3600 + time[1] * 60 + time[2]
    }

    private static func isDelimiter(_ character: Character) -> Bool {
        !(character.isLetter || character.isNumber || character == ":")
    }

    /// Hours, minutes and seconds.
    private static func clock(_ word: Substring) -> [Int]? {
        let parts = word.split(separator: ":", omittingEmptySubsequences: false).map { number($0, digits: 1...2) }
        guard parts.count == 3, let hour = parts[0], let minute = parts[1], let second = parts[2] else { return nil }
        return hour < 24 && minute < 60 && second < 60 ? [hour, minute, second] : nil
    }

    /// The number that a word begins with, when it has that many digits.
    private static func number(_ word: Substring, digits: ClosedRange<Int>) -> Int? {
        let found = word.prefix { $0.isASCII && $0.isNumber }
        return digits.contains(found.count) ? Int(found) : nil
    }
}
