import EngineFuzzing
import Testing

/// The fuzz targets: what once killed one, and some inputs that are made up the same way every time.
@Suite("Fuzzing")
struct FuzzTests {
    private static let crashes = FilePath.tests + "/ManifestEngineTests/Fuzzing/Crashes/"

    private enum FilePath {
        /// The folder `Tests` of this package.
        static let tests = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
    }

    @Test("takes what once ended the process", arguments: FuzzTarget.all.map(\.name))
    func crashes(_ name: String) throws {
        let target = try #require(FuzzTarget.all.first { $0.name == name })
        for input in FuzzTarget.files(in: Self.crashes + name) { target.run(input) }
    }

    @Test("writes the words of every target as libFuzzer reads them", arguments: FuzzTarget.all.map(\.name))
    func dictionary(_ name: String) throws {
        let target = try #require(FuzzTarget.all.first { $0.name == name })
        let lines = FuzzCorpus.dictionary(of: target).split(separator: "\n")
        #expect(lines.count == target.words.count)
        for line in lines {
            let content = line.dropFirst().dropLast()
            #expect(line.hasPrefix("\"") && line.hasSuffix("\"") && !content.isEmpty)
            #expect(content.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 })
        }
    }

    @Test("takes inputs that are put together at random", arguments: FuzzTarget.all.map(\.name))
    func inputs(_ name: String) throws {
        let target = try #require(FuzzTarget.all.first { $0.name == name })
        var mutator = FuzzMutator(target, seed: 1)
        let seeds = target.seeds
        for seed in seeds { target.run(seed) }
        for _ in 0..<100 { target.run(mutator.next(from: seeds)) }
    }
}
