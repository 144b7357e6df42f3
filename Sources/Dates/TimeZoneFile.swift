import Glibc
import Text

/// The distances from UTC that a named zone of the time zone database has had and will have.
///
/// Read from the compiled files of the system (TZif, RFC 8536). After the last listed change the rule at the end of the
/// file continues forever.
package struct TimeZoneFile: Sendable {
    /// A period with one distance from UTC.
    private struct Change: Sendable {
        /// When it begins, in seconds since 1970.
        let start: Int
        /// The distance in seconds east.
        let offset: Int
    }

    private let changes: [Change]
    private let firstOffset: Int
    private let rule: PosixTimeZone?

    /// The folders in which the database is looked for.
    package static let folders = [
        "/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo",
    ]

    /// Finds a zone by its name, such as `America/New_York`, in any case.
    ///
    /// Throws a zone fault, whose message is the quoted name, when no folder has such a zone.
    package init(named name: String, folders: [String] = folders) throws(DateError) {
        if name.uppercased() == "UTC" {
            (changes, firstOffset, rule) = ([], 0, nil)
            return
        }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let isPlain = parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") && !$0.utf8.contains(0) }
        guard isPlain, !["posix", "right"].contains(parts.first) else { throw Self.unknown(name) }
        for folder in folders {
            guard let path = DirectoryLookup.path(of: parts, in: folder), let bytes = DirectoryLookup.contents(path)
            else { continue }
            if let zone = TimeZoneFile(bytes: bytes) {
                self = zone
                return
            }
        }
        throw Self.unknown(name)
    }

    /// Reads the bytes of a zone file; nil when they are not a zone file.
    package init?(bytes: [UInt8]) {
        var reader = TimeZoneReader(bytes: bytes)
        guard let header = reader.header() else { return nil }
        var block = header
        if header.version >= 2 {
            reader.skipBlock(header, wide: false)
            guard let second = reader.header() else { return nil }
            block = second
        }
        guard let content = reader.block(block, wide: header.version >= 2) else { return nil }
        changes = zip(content.times, content.indexes).compactMap { start, index in
            index < content.types.count ? Change(start: start, offset: content.types[index].offset) : nil
        }
        firstOffset = (content.types.first { !$0.isSummer } ?? content.types[0]).offset
        rule = header.version >= 2 ? PosixTimeZone(reader.footer()) : nil
    }

    /// The distance from UTC at an instant, both in seconds.
    package func offsetSeconds(at instant: Int) -> Int {
        guard let last = changes.last else { return rule?.offset(at: instant) ?? firstOffset }
        if instant >= last.start { return rule?.offset(at: instant) ?? last.offset }
        var low = 0
        var high = changes.count
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].start <= instant { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? firstOffset : changes[low - 1].offset
    }

    /// What a clock in the zone shows at the instant of a value; a naive value counts as UTC.
    ///
    /// Throws an overflow outside years 1 to 9999.
    package func local(_ value: DateTime) throws(DateError) -> DateTime {
        let seconds = Int(Gregorian.floorQuotient(value.microsecondsSinceEpoch, 1_000_000))
        return try value.converted(to: UTCOffset(seconds: offsetSeconds(at: seconds)) ?? .utc)
    }

    /// The fault of a name that no folder has.
    private static func unknown(_ name: String) -> DateError { DateError(.zone, PythonText.repr(name)) }
}

/// Finding and reading files without regard to the case of their names.
enum DirectoryLookup {
    /// The path of a file below a folder; names that do not exist as written are looked for in any case.
    static func path(of parts: [String], in folder: String) -> String? {
        var path = folder
        for part in parts {
            let exact = path + "/" + part
            if access(exact, F_OK) == 0 {
                path = exact
            } else if let match = entry(like: part, in: path) {
                path += "/" + match
            } else {
                return nil
            }
        }
        return path
    }

    /// The entry of a folder whose name differs at most in case.
    private static func entry(like name: String, in folder: String) -> String? {
        guard let directory = opendir(folder) else { return nil }
        defer { closedir(directory) }
        let wanted = name.lowercased()
        while let entry = readdir(directory) {
            let found = withUnsafeBytes(of: entry.pointee.d_name) { raw in
                String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
            }
            if found.lowercased() == wanted { return found }
        }
        return nil
    }

    /// The bytes of a file, nil when it cannot be read.
    ///
    /// A megabyte is the most a zone file may have.
    static func contents(_ path: String) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var result: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while result.count < 1 << 20 {
            let count = read(file, &chunk, chunk.count)
            if count <= 0 { return count == 0 ? result : nil }
            result += chunk[..<count]
        }
        return nil
    }
}
