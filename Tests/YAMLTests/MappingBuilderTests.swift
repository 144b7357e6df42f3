import TestSupport
import Testing
import YAML

@Suite("mappings")
struct MappingBuilderTests {
    @Test("give the last value at the place of the first key, and list the repetition")
    func duplicates() throws {
        let sample = Marked("①a: 1\nb: 2\n②a: 3\n③a: 4\n")
        let mapping = try #require(try load(sample.text).mapping)
        #expect(mapping.entries.map { $0.key.string } == ["a", "b"])
        #expect(mapping["a"]?.int == 4)
        #expect(mapping.duplicates.map(\.first.start) == [sample["①"], sample["①"]])
        #expect(mapping.duplicates.map(\.repeated.start) == [sample["②"], sample["③"]])
        #expect(mapping.duplicates.map { $0.key.string } == ["a", "a"])
    }

    @Test("find every key, however many there are", arguments: [1, 8, 9, 10, 200])
    func lookup(count: Int) throws {
        let text = (0..<count).map { "key\($0): \($0)\n" }.joined()
        let mapping = try #require(try load(text + "key0: again\n").mapping)
        #expect(mapping.count == count)
        #expect((1..<max(1, count)).allSatisfy { mapping["key\($0)"]?.int == $0 })
        #expect(mapping["key0"]?.string == "again")
        #expect(mapping["key\(count)"] == nil)
        #expect(mapping.duplicates.count == 1)
    }

    @Test("take keys for the same that Python takes for the same", arguments: try RecordedTable.rows("keys"))
    func keys(_ row: RecordedRow) throws {
        #expect(outline(try load(row.input)) == row.expected)
        // Padding makes the mapping large enough for its table of keys.
        let padding = (0..<10).map { "p\($0): 0" }.joined(separator: ", ")
        let padded = try load("{\(padding), \(row.input.dropFirst())")
        #expect(outline(padded).hasSuffix(row.expected.dropFirst()))
    }

    @Test("tell keys apart that only look alike")
    func normalization() throws {
        let mapping = try #require(try load("é: 1\ne\u{301}: 2\n").mapping)
        #expect(mapping.count == 2)
        #expect(mapping["\u{E9}"]?.int == 1)
        #expect(mapping["e\u{301}"]?.int == 2)
    }
}
