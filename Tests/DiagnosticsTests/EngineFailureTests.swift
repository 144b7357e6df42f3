import Diagnostics
import Testing

@Suite("EngineFailure")
struct EngineFailureTests {
    private struct OtherError: Error, CustomStringConvertible {
        let description = "the disk is full"
    }

    @Test(
        "any error becomes a failure with the one who has to act on it",
        arguments: [
            (EngineFailure(.transient, "later"), .transient, "later"),
            (ManifestFault(Diagnostic(code: "x", "no name")), .config, "error[x]: no name"),
            (CancellationError(), .transient, "The sync was stopped."),
            (OtherError(), .system, "the disk is full"),
        ] as [(any Error, FailureType, String)]
    )
    func from(_ error: any Error, _ type: FailureType, _ message: String) {
        let failure = EngineFailure.from(error)
        #expect(failure.type == type)
        #expect(failure.message == message)
        #expect(failure.detail == nil)
    }

    @Test("a failure keeps its detail")
    func detail() {
        #expect(EngineFailure.from(EngineFailure(.system, "a", detail: "b")).detail == "b")
    }
}
