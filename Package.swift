// swift-tools-version: 6.1
import PackageDescription

// The targets are floors that the compiler holds apart, lowest first: CLibYAML and YAML, JSON, Jinja, ManifestEngine,
// engine. Nothing imports upwards; see CONTRIBUTING.md.
let package = Package(
    name: "ManifestEngine",
    products: [
        .executable(name: "gong-simulator", targets: ["gong-simulator"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    ],
    targets: [
        .systemLibrary(name: "CLibYAML", providers: [.apt(["libyaml-dev"])]),
        .target(name: "YAML", dependencies: ["CLibYAML"], linkerSettings: [.linkedLibrary(":libyaml.a")]),
        .target(name: "JSON", dependencies: [.product(name: "OrderedCollections", package: "swift-collections")]),
        .target(
            name: "Jinja",
            dependencies: [
                "JSON",
                .product(name: "OrderedCollections", package: "swift-collections"),
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),
        .target(
            name: "GongSimulator",
            dependencies: [
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ]
        ),
        .executableTarget(
            name: "gong-simulator",
            dependencies: [
                "GongSimulator", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .testTarget(name: "YAMLTests", dependencies: ["YAML"]),
        .testTarget(name: "JSONTests", dependencies: ["JSON"], exclude: ["Cases"]),
        .testTarget(name: "JinjaTests", dependencies: ["Jinja", "JSON"]),
        .testTarget(name: "GongSimulatorTests", dependencies: ["GongSimulator"]),
    ],
    swiftLanguageModes: [.v6]
)

// Imports are internal unless they say otherwise, so that a target shows only what it means to.
for target in package.targets where target.type != .system {
    target.swiftSettings = (target.swiftSettings ?? []) + [.enableUpcomingFeature("InternalImportsByDefault")]
}
