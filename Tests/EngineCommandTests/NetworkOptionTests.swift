import GongSimulator
import Testing

/// What options and environment say about the network.
struct NetworkOptionTests {
    private static let read = ["read", Bench.manifestName, "--config", Bench.configName, "--stream", "users"]

    /// Runs the engine and expects that it ends before it begins.
    private func refused(
        _ more: [String] = [],
        _ environment: [String: String] = [:],
        exit: Int32,
        says: [String]
    ) async throws {
        try await Bench.with { bench in
            try bench.write("no certificate", to: "text.pem")
            let result = try await bench.engine(Self.read + more, environment: environment)
            #expect(result.exit == exit)
            #expect(result.counts.isEmpty)
            #expect(result.errorTraces.first?.type == "config_error")
            result.expectErrors(says)
        }
    }

    @Test(
        "a certificate file that is missing, or is not one",
        arguments: ["SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE"]
    )
    func certificates(variable: String) async throws {
        try await refused([], [variable: "none.pem"], exit: 5, says: ["none.pem", variable])
        try await refused([], [variable: "text.pem"], exit: 5, says: ["text.pem", variable, "no PEM certificate"])
    }

    @Test("the same of an option", arguments: ["--ca-file", "--cert"])
    func options(option: String) async throws {
        try await refused([option, "none.pem"], exit: 5, says: ["none.pem", option])
        try await refused([option, "text.pem"], exit: 5, says: ["text.pem", option, "no PEM certificate"])
    }

    @Test("an invalid proxy is reported by its variable, not its value")
    func proxy() async throws {
        let secret = Bench.secrets.first ?? ""
        try await refused(
            [],
            ["HTTP_PROXY": "ftp://me:\(secret)@h"],
            exit: 4,
            says: ["HTTP_PROXY", "fix: write it like"]
        )
    }

    @Test("a proxy that cannot be reached is named in the fault; an exception goes without it")
    func unreachableProxy() async throws {
        try await Bench.with { bench in
            let proxy = ["http_proxy": "http://me:pw-of-proxy@127.0.0.1:1"]
            let failed = try await bench.engine(Self.read, environment: proxy)
            #expect(failed.exit == 1)
            failed.expectErrors(["(through the proxy http://127.0.0.1:1)"])
            let excepted = proxy.merging(["NO_PROXY": "127.0.0.1"]) { $1 }
            #expect(try await bench.engine(Self.read, environment: excepted).exit == 0)
        }
    }

    @Test("few open files: slower, or a message, but never a crash", arguments: [4, 5, 6, 10, 18, 24, 40])
    func fewFiles(limit: Int) async throws {
        try await Bench.with({ $0.calls = 60 }) { bench in
            let arguments = ["read", Bench.manifestName, "--config", Bench.configName]
            let result = try await bench.engine(arguments, openFiles: limit)
            #expect(result.exit == (limit < 18 ? 1 : 0))
            if limit < 18 { result.expectErrors(["at most \(limit) files", "ulimit -n"]) }
        }
    }
}
