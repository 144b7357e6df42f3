import Diagnostics
import Testing

@testable import ManifestEngine

@Suite("StreamFailures")
struct StreamFailuresTests {
    private func failure(_ number: Int, cause: String? = nil) -> EngineFailure {
        EngineFailure(.config, "failure \(number)", cause: cause)
    }

    @Test("the first few are reported one by one, the rest is counted by cause")
    func bounded() {
        let failures = StreamFailures()
        let tellings = (1...5000).map { failures.add(failure($0, cause: $0 % 4 == 0 ? "HTTP 404" : "HTTP 403")) }
        #expect(tellings.count { $0 == .whole } == 5)
        #expect(tellings.count { $0 == .message } == 45)
        #expect(failures.isFlooded)
        #expect(
            failures.all.map(\.message).prefix(5) == ["failure 1", "failure 2", "failure 3", "failure 4", "failure 5"]
        )
        #expect(failures.all.count == 6)
        #expect(
            failures.rest?.message
                == "4995 more slices failed: 3746 × HTTP 403 (config_error); 1249 × HTTP 404 (config_error)"
        )
    }

    @Test("causes that are all different are bounded too")
    func manyCauses() {
        let failures = StreamFailures()
        for number in 1...100 { _ = failures.add(failure(number)) }
        #expect(failures.rest?.message.hasPrefix("95 more slices failed: 1 × failure 6 (config_error); ") == true)
        #expect(failures.rest?.message.hasSuffix("; 85 × other causes") == true)
    }

    @Test("nothing more to say about a few")
    func few() {
        let failures = StreamFailures()
        #expect(failures.isEmpty)
        for number in 1...5 { _ = failures.add(failure(number)) }
        #expect(failures.rest == nil)
        #expect(!failures.isEmpty)
        #expect(!failures.isFlooded)
    }

    @Test("twenty slices that fail in one way from the start leave no hope")
    func hopeless() {
        let failures = StreamFailures()
        for number in 1..<StreamFailures.hopeless { failures.noteFailedSlice(failure(number, cause: "HTTP 403")) }
        #expect(failures.hopelessness == nil)
        failures.noteFailedSlice(failure(0, cause: "HTTP 403"))
        #expect(failures.hopelessness?.type == .config)
        #expect(
            failures.hopelessness?.message
                == "Gave up: the first 20 slices all failed in the same way, so the others were not read. Cause: HTTP 403"
        )
    }

    @Test("a slice that was read, or another cause, leaves hope for good")
    func hopeful() {
        let read = StreamFailures()
        read.noteFailedSlice(failure(1, cause: "HTTP 403"))
        read.noteReadSlice()
        let other = StreamFailures()
        other.noteFailedSlice(failure(1, cause: "HTTP 404"))
        for failures in [read, other] {
            for number in 1...50 { failures.noteFailedSlice(failure(number, cause: "HTTP 403")) }
            #expect(failures.hopelessness == nil)
        }
    }
}
