/// Measures the engine: single steps in this process, whole reads in a process of their own.
///
/// Figures are CPU time, the best of several rounds; ratios are within one run, as machines differ and are shared.
@main
struct Benchmarks {
    static func main() async throws {
        let pages = try await Pages.fetch()
        try RecordBenchmarks(pages: pages).run()
        try TemplateBenchmarks().run()
        try await ReadBenchmarks(engine: ".build/release/engine", manifest: "manifests/gong.yaml").run()
    }
}
