import Diagnostics
import Testing

@Suite("ManifestFault")
struct ManifestFaultTests {
    @Test("prints all its faults")
    func description() {
        let fault = ManifestFault(Diagnostics([Diagnostic(code: "a", "one"), Diagnostic(.warning, code: "b", "two")]))
        #expect(fault.description == "error[a]: one\nwarning[b]: two")
    }
}
