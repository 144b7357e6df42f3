import Foundation

/// Code as a package elsewhere has it: it sees what is public, and nothing else.
enum OtherPackage {
    private struct NotBuilt: Error, CustomStringConvertible {
        let description: String
    }

    /// The folder of what was built together with the tests.
    private static let products: URL? = {
        let places = [Bundle.main.executableURL, Bundle.main.bundleURL, Bundle.allBundles.last?.bundleURL]
        for place in places.compactMap({ $0?.resolvingSymlinksInPath() }) {
            var folder = place
            while folder.path != "/" {
                if FileManager.default.fileExists(atPath: folder.appending(path: "Modules").path) { return folder }
                folder.deleteLastPathComponent()
            }
        }
        return nil
    }()

    /// The same; throws when it is not there.
    static func folder() throws -> URL {
        guard let products else { throw NotBuilt(description: "there are no modules beside the tests") }
        return products
    }

    /// An executable of this package.
    static func product(_ name: String) throws -> URL {
        let file = try folder().appending(path: name)
        guard FileManager.default.isExecutableFile(atPath: file.path) else {
            throw NotBuilt(description: "there is no executable '\(name)' beside the tests; run 'swift build' first")
        }
        return file
    }

    /// Has the compiler check a file against the modules that were built, as one of another package.
    static func check(_ file: URL) async throws -> Program {
        let products = try folder()
        let maps = try moduleMaps(products).flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] }
        let modules = products.appending(path: "Modules").path
        let arguments = ["swiftc", "-typecheck", "-swift-version", "6", "-package-name", "elsewhere", "-I", modules]
        return try await Program.run(
            URL(filePath: "/usr/bin/env"),
            arguments + maps + [file.path],
            in: Company.package
        )
    }

    /// The descriptions of the C modules that Swift modules lead to.
    private static func moduleMaps(_ products: URL) throws -> [String] {
        let checkouts = try folders(in: Company.package.appending(path: ".build/checkouts"))
        let sources = try checkouts.flatMap { try folders(in: $0.appending(path: "Sources")) }
        let own = try folders(in: Company.package.appending(path: "Sources"))
        let files =
            (try folders(in: products) + own).map { $0.appending(path: "module.modulemap") }
            + sources.map { $0.appending(path: "include/module.modulemap") }
        return files.map(\.path).filter(FileManager.default.fileExists)
    }

    private static func folders(in folder: URL) throws -> [URL] {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    }
}
