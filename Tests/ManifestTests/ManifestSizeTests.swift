import Diagnostics
import ManifestEngine
import Testing
import YAML

/// Manifests that a few lines make very large or very deep.
@Suite("ManifestSize")
struct ManifestSizeTests {
    private func faults(_ yaml: String) -> [Diagnostic] {
        do {
            return try Manifest.inspect(Array(yaml.utf8), name: "m.yaml").diagnostics.all
        } catch let fault as ManifestFault {
            return fault.diagnostics.all
        } catch {
            return []
        }
    }

    /// Definitions of which each names the one before twice.
    private func doubling(_ count: Int, _ first: String, _ line: (Int) -> String) -> String {
        (["version: 6.0.0", "streams: []", "definitions:", "  d0: \(first)"] + (1...count).map(line))
            .joined(separator: "\n")
    }

    @Test("refuses references that multiply, with the place")
    func references() throws {
        for count in [30, 60, 200] {
            let yaml = doubling(count, "[1, 2]") {
                "  d\($0): ['#/definitions/d\($0 - 1)', '#/definitions/d\($0 - 1)']"
            }
            let fault = try #require(faults(yaml).first)
            #expect(fault.code == "too-large")
            #expect((fault.place?.range.start.line ?? 0) > 4)
            #expect(fault.path.hasPrefix("definitions > d"))
        }
    }

    @Test("refuses mappings that take over others that multiply")
    func merged() {
        let yaml = doubling(40, "{x: 1}") {
            "  d\($0): {$ref: '#/definitions/d\($0 - 1)', a\($0): '#/definitions/d\($0 - 1)'}"
        }
        #expect(faults(yaml).map(\.code) == ["too-large"])
    }

    @Test("accepts references below the limit and refuses those above")
    func limit() {
        // 2^n leaves and 2^n - 1 lists around them, doubled by the definitions before.
        let below = doubling(16, "1") { "  d\($0): ['#/definitions/d\($0 - 1)', '#/definitions/d\($0 - 1)']" }
        let above = doubling(19, "1") { "  d\($0): ['#/definitions/d\($0 - 1)', '#/definitions/d\($0 - 1)']" }
        #expect(!faults(below).contains { $0.code == "too-large" })
        #expect(faults(above).contains { $0.code == "too-large" })
    }

    @Test("refuses parameters that multiply")
    func parameters() {
        let names = (0..<40).map { "p\($0): {type: Spec}" }.joined(separator: ", ")
        let yaml = """
            version: 6.0.0
            type: DeclarativeSource
            check: {type: CheckStream, stream_names: [a]}
            streams: [{type: DeclarativeStream, $parameters: {\(names)}}]
            """
        #expect(faults(yaml).map(\.code) == ["too-large"])
    }

    @Test("limits chains of references", arguments: [(400, false), (2000, true), (20_000, true)])
    func chains(_ count: Int, _ isRefused: Bool) {
        let yaml = doubling(count, "1") { "  d\($0): '#/definitions/d\($0 - 1)'" }
            .replacing("streams: []", with: "streams: []\nmetadata: '#/definitions/d\(count)'")
        // The last comes first, so nothing is known yet when it is followed.
        #expect(faults(yaml).contains { $0.code == "too-deep" } == isRefused)
    }

    @Test("limits nesting through references", arguments: [(2, false), (300, true)])
    func nesting(_ count: Int, _ isRefused: Bool) {
        let open = String(repeating: "[", count: 100)
        let close = String(repeating: "]", count: 100)
        let yaml = doubling(count, "1") { "  d\($0): \(open)'#/definitions/d\($0 - 1)'\(close)" }
        #expect(faults(yaml).contains { $0.code == "too-deep" } == isRefused)
    }

    @Test("shows the path of references in a circle")
    func circles() throws {
        let yaml = doubling(1, "'#/definitions/d1'") { "  d\($0): ['#/definitions/d0']" }
        let fault = try #require(faults(yaml).first { $0.code == "circular-reference" })
        #expect(fault.fix == "break the cycle: #/definitions/d1 -> #/definitions/d0 -> #/definitions/d1")
    }

    @Test("takes names as long as a file")
    func longNames() {
        let name = String(repeating: "k", count: 1_000_000)
        let found = faults("version: 6.0.0\nstreams: []\n? \(name)\n: 1\ncheck: {type: \(name)}\n")
        #expect(found.contains { $0.code == "unknown-type" })
    }

    @Test("gathers many faults without comparing each with each")
    func manyFaults() {
        var diagnostics = Diagnostics()
        for number in 0..<100_000 { diagnostics.add(Diagnostic(code: "c", "fault \(number % 50_000)")) }
        #expect(diagnostics.all.count == 50_000)
    }
}
