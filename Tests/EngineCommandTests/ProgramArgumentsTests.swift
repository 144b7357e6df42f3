import Testing

@testable import engine

@Suite("ProgramArguments")
struct ProgramArgumentsTests {
    @Test("they are those of the process")
    func all() {
        #expect(ProgramArguments.all == CommandLine.arguments)
        #expect(!ProgramArguments.all.isEmpty)
    }
}
