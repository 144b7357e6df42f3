import Diagnostics
import HTTP
import ManifestEngine

extension NetworkOptions {
    /// The network settings from options and environment; the error when they cannot be used.
    func settings(_ environment: [String: String]) -> (TransportOptions, CommandFault?) {
        do {
            var options = try transportOptions()
            options.proxies = try NetworkEnvironment.proxies(environment)
            try addCertificates(to: &options.tls, environment)
            return (options, nil)
        } catch let fault as ManifestFault
            where fault.diagnostics.errors.contains(where: { $0.code == "unusable-proxy" })
        {
            return (TransportOptions(), CommandFault(.configuration, fault))
        } catch let fault as TLSFiles.Fault {
            return (TransportOptions(), CommandFault(.input, NetworkEnvironment.fault(of: fault)))
        } catch {
            return (TransportOptions(), CommandFault(.input, error))
        }
    }

    private func addCertificates(to files: inout TLSFiles, _ environment: [String: String]) throws {
        let content = NetworkEnvironment.content
        for path in caFile { try files.trust(path, origin: "--ca-file") { try content($0, "--ca-file") } }
        try NetworkEnvironment.trust(environment, in: &files)
        guard let cert else { return }
        try files.identify(cert, keyPath: key) { try content($0, $0 == key ? "--key" : "--cert") }
    }
}
