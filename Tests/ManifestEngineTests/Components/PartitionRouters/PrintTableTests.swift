import Testing

@testable import ManifestEngine

@Suite("PrintTable")
struct PrintTableTests {
    @Test("prints that fall on the same place are kept apart")
    func collisions() throws {
        let table = try PrintTable(capacity: 16)
        let prints = (1...40).map { SeenKeys.Print(low: 32 * ($0 % 2), high: $0) }
        for print in prints { #expect(try table.insert(print)) }
        for print in prints { #expect(try !table.insert(print)) }
    }
}
