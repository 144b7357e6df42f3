import Foundation
import GongSimulator
import Testing

/// The file that `--checkpoint` names: what it is, what it is taken for, and what is left beside it.
@Suite("--checkpoint", .timeLimit(.minutes(10)))
struct CheckpointTests {
    private static let name = "state.json"
    private static let arguments = [
        "read", Bench.manifestName, "--config", Bench.configName, "--stream", "calls", "--checkpoint", name,
    ]

    @Test(
        "a file without a state in it is refused and left as it is: only a missing one starts over",
        arguments: [
            ("", "the checkpoint is empty"), (" \n\t\r\n", "the checkpoint is empty"),
            ("null\n", "the checkpoint contains null instead of states"),
            ("{}", "the checkpoint contains {} instead of states"),
            ("\0\0\0\0", "contains binary data"), ("[\u{1F}\u{8B}]", "contains binary data"),
        ]
    )
    func damaged(_ text: String, _ says: String) async throws {
        try await Bench.with { bench in
            try bench.write(text, to: Self.name)
            let result = try await bench.engine(Self.arguments)
            result.expectRefusal(5, says: ["invalid-state", says, "remove it to read everything from its start"])
            #expect(try bench.text(of: Self.name) == text)
            #expect(await bench.simulator.requests().isEmpty)
        }
    }

    @Test("what is not a regular file is refused", arguments: ["/dev/null", "/dev/stdin"])
    func device(_ path: String) async throws {
        try await Bench.with { bench in
            let result = try await bench.run("read", "--checkpoint", path)
            result.expectRefusal(5, says: ["unwritable-file", "it is not a regular file"])
            #expect(await bench.simulator.requests().isEmpty)
        }
    }

    @Test("a symbolic link stays one, whether or not its target is there", arguments: [true, false])
    func link(_ exists: Bool) async throws {
        try await Bench.with { bench in
            let files = FileManager.default
            let store = bench.folder.appending(path: "store")
            try files.createDirectory(at: store, withIntermediateDirectories: false)
            if exists { try bench.write("[]", to: "store/kept.json") }
            let link = bench.folder.appending(path: Self.name).path
            try files.createSymbolicLink(atPath: link, withDestinationPath: "store/kept.json")
            let result = try await bench.engine(Self.arguments)
            #expect(result.exit == 0, "\(result.errors)")
            #expect(try files.destinationOfSymbolicLink(atPath: link) == "store/kept.json")
            #expect(try bench.text(of: "store/kept.json").contains("\"calls\""))
            #expect(try files.contentsOfDirectory(atPath: store.path) == ["kept.json"])
        }
    }

    @Test("owner, group and mode are kept")
    func attributes() async throws {
        try await Bench.with { bench in
            try bench.write("[]", to: Self.name)
            let path = bench.folder.appending(path: Self.name).path
            #expect(chmod(path, 0o640) == 0)
            // Only the superuser gives files away.
            if geteuid() == 0 { #expect(chown(path, 1234, 2345) == 0) }
            var before = stat()
            #expect(stat(path, &before) == 0)
            let result = try await bench.engine(Self.arguments)
            #expect(result.exit == 0, "\(result.errors)")
            var after = stat()
            #expect(stat(path, &after) == 0)
            #expect(before.st_mode == after.st_mode)
            #expect(before.st_uid == after.st_uid)
            #expect(before.st_gid == after.st_gid)
        }
    }

    @Test("what dead runs left is removed; the half-made file of a run that is alive stays")
    func leftovers() async throws {
        try await Bench.with { bench in
            try bench.write("half", to: "\(Self.name).part-1")
            try bench.write("half", to: "\(Self.name).part-4711")
            try bench.write("other", to: "\(Self.name).part-x")
            let living = open(bench.folder.appending(path: "\(Self.name).part-4711").path, O_WRONLY | O_CLOEXEC)
            #expect(flock(living, LOCK_EX) == 0)
            let result = try await bench.engine(Self.arguments)
            close(living)
            #expect(result.exit == 0, "\(result.errors)")
            let kept = [Self.name, "\(Self.name).part-4711", "\(Self.name).part-x"]
            #expect(try bench.fileNames == [Bench.configName, Bench.manifestName] + kept)
        }
    }
}
