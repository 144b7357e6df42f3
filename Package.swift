// swift-tools-version: 6.1
import PackageDescription

// The targets are floors that the compiler holds apart, lowest first: Text; YAML, JSON, Dates, RegularExpressions;
// Diagnostics, Jinja, JSONSchema, XML; Config, HTTP, AirbyteProtocol; Manifest; ManifestEngine; engine. Nothing imports upwards;
// see CONTRIBUTING.md, whose picture a test holds against this file.

/// All floors below ManifestEngine, for what is not a floor itself: tests, test helpers, benchmarks.
let floors: [Target.Dependency] = [
    "Text", "YAML", "JSON", "Dates", "RegularExpressions", "Diagnostics", "Jinja", "JSONSchema", "XML", "Config",
    "HTTP",
    "AirbyteProtocol", "Manifest",
]

let package = Package(
    name: "ManifestEngine",
    products: [
        .executable(name: "engine", targets: ["engine"]),
        .library(name: "ManifestEngine", targets: ["ManifestEngine"]),
        .library(name: "ManifestEngineTesting", targets: ["ManifestEngineTesting"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibYAML", providers: [.apt(["libyaml-dev"])]),
        .target(name: "YAML", dependencies: ["Text", "CLibYAML"], linkerSettings: [.linkedLibrary(":libyaml.a")]),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
        .target(name: "Text"),
        .target(
            name: "JSON",
            dependencies: ["Text", .product(name: "OrderedCollections", package: "swift-collections")]
        ),
        .target(name: "Dates", dependencies: ["Text"]),
        .target(name: "RegularExpressions", dependencies: ["Text"]),
        .target(name: "Diagnostics", dependencies: ["Text", "JSON", "YAML"]),
        .target(
            name: "Jinja",
            dependencies: [
                "Text", "JSON", "Dates", "RegularExpressions",
                .product(name: "OrderedCollections", package: "swift-collections"),
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),
        .target(
            name: "XML",
            dependencies: ["Text", "JSON", "CExpat"],
            linkerSettings: [.linkedLibrary(":libexpat.a")]
        ),
        .target(name: "JSONSchema", dependencies: ["JSON", "RegularExpressions"]),
        .target(name: "Config", dependencies: ["Text", "JSON", "YAML", "JSONSchema", "Diagnostics"]),
        .target(
            name: "HTTP",
            dependencies: [
                "Text", "JSON", "Dates", "Diagnostics", "CZlib",
                .product(name: "DequeModule", package: "swift-collections"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]
        ),
        .target(name: "AirbyteProtocol", dependencies: ["JSON", "Dates", "Diagnostics"]),
        .target(
            name: "Manifest",
            dependencies: [
                "Text", "JSON", "YAML", "Dates", "RegularExpressions", "Jinja", "JSONSchema", "Diagnostics", "Config",
                .product(name: "OrderedCollections", package: "swift-collections"),
            ]
        ),
        .target(
            name: "ManifestEngine",
            dependencies: [
                "Text", "YAML", "JSON", "Dates", "RegularExpressions", "Diagnostics", "Jinja", "JSONSchema", "Config",
                "XML", "HTTP", "AirbyteProtocol", "Manifest",
                .product(name: "OrderedCollections", package: "swift-collections"),
                .product(name: "DequeModule", package: "swift-collections"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            resources: [.embedInCode("Python/worker.py")]
        ),
        .target(
            name: "ManifestEngineTesting",
            dependencies: floors + [
                "ManifestEngine",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ]
        ),
        .target(name: "EngineFuzzing", dependencies: floors + ["ManifestEngine", "CZlib"]),
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
        .executableTarget(
            name: "engine",
            dependencies: [
                "Text", "JSON", "Dates", "Diagnostics", "Config", "HTTP", "AirbyteProtocol", "Manifest",
                "ManifestEngine",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .executableTarget(
            name: "engine-fuzz",
            dependencies: [
                "EngineFuzzing", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .executableTarget(
            name: "engine-benchmarks",
            dependencies: floors + ["ManifestEngine", "ManifestEngineTesting", "GongSimulator"],
            path: "Benchmarks"
        ),
        .executableTarget(name: "read-gong", dependencies: ["ManifestEngine"], path: "Examples/ReadGong"),
        .target(name: "TestSupport", path: "Tests/TestSupport"),
        .testTarget(name: "PackageTests"),
        .testTarget(name: "TextTests", dependencies: ["Text", "TestSupport"]),
        .testTarget(name: "DatesTests", dependencies: ["Text", "Dates", "TestSupport"]),
        .testTarget(name: "RegularExpressionsTests", dependencies: ["Text", "RegularExpressions", "TestSupport"]),
        .testTarget(name: "YAMLTests", dependencies: ["Text", "YAML", "TestSupport"]),
        .testTarget(name: "JSONTests", dependencies: ["Text", "JSON", "TestSupport"]),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Text", "YAML", "JSON", "Diagnostics"]),
        .testTarget(
            name: "JinjaTests",
            dependencies: ["Text", "JSON", "Dates", "RegularExpressions", "Jinja", "TestSupport"]
        ),
        .testTarget(name: "XMLTests", dependencies: ["JSON", "XML", "TestSupport"]),
        .testTarget(name: "JSONSchemaTests", dependencies: ["JSON", "JSONSchema", "TestSupport"]),
        .testTarget(name: "ConfigTests", dependencies: ["YAML", "JSON", "JSONSchema", "Diagnostics", "Config"]),
        .testTarget(
            name: "HTTPTests",
            dependencies: [
                "Text", "JSON", "Dates", "Diagnostics", "HTTP", "CZlib", "TestSupport",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]
        ),
        .testTarget(
            name: "AirbyteProtocolTests",
            dependencies: ["JSON", "Dates", "Diagnostics", "AirbyteProtocol", "ManifestEngineTesting", "TestSupport"]
        ),
        .testTarget(
            name: "ManifestTests",
            dependencies: floors + ["ManifestEngine", "ManifestEngineTesting", "TestSupport"]
        ),
        .testTarget(
            name: "ManifestEngineTests",
            dependencies: floors + ["ManifestEngine", "ManifestEngineTesting", "EngineFuzzing", "TestSupport"],
            exclude: ["Fuzzing/Crashes", "Python/Fixture"]
        ),
        .testTarget(name: "GongSimulatorTests", dependencies: ["GongSimulator"]),
        .testTarget(
            name: "EngineCommandTests",
            dependencies: floors + ["ManifestEngine", "ManifestEngineTesting", "GongSimulator", "engine"]
        ),
        .testTarget(
            name: "ConformanceTests",
            dependencies: floors + ["ManifestEngine", "ManifestEngineTesting"]
        ),
        .testTarget(
            name: "PublicAPITests",
            dependencies: ["JSON", "HTTP", "ManifestEngine", "ManifestEngineTesting", "GongSimulator", "read-gong"]
        ),
    ],
    swiftLanguageModes: [.v6]
)

// Imports are internal unless they say otherwise, so that a target shows only what it means to.
for target in package.targets where target.type != .system {
    target.swiftSettings = (target.swiftSettings ?? []) + [.enableUpcomingFeature("InternalImportsByDefault")]
}
