import Jinja
import Testing

/// Variables of a scope and their symbols.
@Suite("Scope")
struct ScopeTests {
    @Test("interns names")
    func symbols() {
        #expect(Symbol("some_name") == Symbol("some_name"))
        #expect(Symbol("some_name") != Symbol("other_name"))
        #expect(Symbol("some_name").name == "some_name")
    }

    @Test("holds more names than it has slots")
    func manyNames() throws {
        let scope = Scope(environment: Sample.environment)
        let symbols = (0..<100).map { Symbol("extra_field_\($0)") }
        for (place, symbol) in symbols.enumerated() { scope[symbol] = .int(place) }
        #expect(Sample.outcome("{{ extra_field_3 + extra_field_99 }}", in: scope) == "102")
        scope[symbols[99]] = nil
        #expect(Sample.outcome("{{ extra_field_3 + extra_field_99 }}", in: scope) == "!ValueError")
    }

    @Test("is independent of its copies")
    func copies() {
        let scope = Sample.scope()
        let copy = Scope(copying: scope)
        copy[.pageSize] = .int(5)
        #expect(scope[.pageSize] == nil)
        #expect(copy[.config] == scope[.config])
    }
}
