import Foundation
import Testing

/// The picture of the targets in CONTRIBUTING against the package and its sources.
@Suite("Floors")
struct FloorsTests {
    private let floors: Floors
    private let package: String

    init() throws {
        floors = Floors(contributing: try SourceTree.text("CONTRIBUTING.md"))
        package = try SourceTree.text("Package.swift")
    }

    /// The names between quotes in the declaration of a target.
    private func names(in target: String) -> [String] {
        let rest =
            package.components(separatedBy: "arget(name: \"\(target)\"").dropFirst().first
            ?? package.components(separatedBy: "arget(\n            name: \"\(target)\"").dropFirst().first ?? ""
        let declaration = rest.components(separatedBy: "arget(").first ?? ""
        return declaration.components(separatedBy: "\"").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    }

    @Test("draws every target of the library and the command")
    func complete() throws {
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: SourceTree.root.appending(path: "Sources").path()
        )
        let apart: Set = [
            "CExpat", "CLibYAML", "CZlib", "EngineFuzzing", "GongSimulator", "ManifestEngineTesting", "engine-fuzz",
            "gong-simulator",
        ]
        #expect(Set(floors.targets) == Set(folders).subtracting(apart))
        #expect(floors.targets.count == Set(floors.targets).count)
    }

    @Test(
        "depends on lower floors alone",
        arguments: try Floors(contributing: SourceTree.text("CONTRIBUTING.md")).targets
    )
    func dependencies(_ target: String) {
        let names = names(in: target)
        #expect(target == "Text" || !names.isEmpty)
        for name in names where floors.targets.contains(name) {
            #expect(floors.allows(target, toSee: name), "\(target) depends on \(name), which does not stand below it")
        }
    }

    @Test("imports what it depends on", arguments: try Floors(contributing: SourceTree.text("CONTRIBUTING.md")).targets)
    func imports(_ target: String) throws {
        let known = Set(names(in: target))
        let pattern = #/^(?:@testable |package |public )?import (?:(?:struct|enum|class|func) )?(\w+)/#
            .anchorsMatchLineEndings()
        var seen: Set<String> = []
        for file in try SourceTree.swiftFiles(in: "Sources/\(target)") {
            let names = try SourceTree.text(file).matches(of: pattern).map { String($0.output.1) }
            seen.formUnion(names)
            for name in names where floors.targets.contains(name) {
                #expect(known.contains(name), "\(file) imports \(name)")
            }
        }
        for name in known where floors.targets.contains(name) {
            #expect(seen.contains(name), "\(target) depends on \(name), which no file imports")
        }
    }
}
