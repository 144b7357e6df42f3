import Glibc

/// A folder with what a guided run begins with, and what it adds: `inputs`, and a `dictionary` of the target's words.
package struct FuzzCorpus {
    private let folder: String

    package init(_ folder: String) { self.folder = folder }

    /// Writes the seeds and words of a target.
    package func add(_ target: FuzzTarget) throws {
        mkdir(folder, 0o755)
        mkdir(folder + "/inputs", 0o755)
        for (index, seed) in target.seeds.enumerated() { try write(seed, "inputs/seed-\(index)") }
        try write(Array(Self.dictionary(of: target).utf8), "dictionary")
    }

    /// The words as libFuzzer reads them: one a line, in quotes, with hexadecimal escapes.
    package static func dictionary(of target: FuzzTarget) -> String {
        target.words.map { word in "\"" + word.utf8.map(escaped).joined() + "\"\n" }.joined()
    }

    private static func escaped(_ byte: UInt8) -> String {
        let plain = byte >= 0x20 && byte < 0x7F && byte != 0x22 && byte != 0x5C
        if plain { return String(UnicodeScalar(byte)) }
        let digits = String(byte, radix: 16, uppercase: true)
        return "\\x" + (digits.count < 2 ? "0" : "") + digits
    }

    private func write(_ content: [UInt8], _ name: String) throws {
        guard let file = fopen("\(folder)/\(name)", "w") else {
            throw FuzzFault(message: "cannot write \(folder)/\(name)")
        }
        defer { fclose(file) }
        fwrite(content, 1, content.count, file)
    }
}
