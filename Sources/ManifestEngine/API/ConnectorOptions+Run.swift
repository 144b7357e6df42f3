import Config
import Diagnostics
import HTTP

extension ConnectorOptions {
    /// The options for a run.
    var runOptions: RunOptions {
        var options = RunOptions()
        if let longestWait { options.longestWait = LongestWait(seconds: longestWait.inSeconds) }
        options.isStrict = isStrict
        options.keepsGoing = keepsGoing
        return options
    }

    /// The options for the network.
    func transportOptions(isCheck: Bool) throws(ConnectorError) -> TransportOptions {
        try checkLimits()
        let variables = environment ?? ProcessEnvironment.variables
        var options = TransportOptions()
        options.maxResponseSize = largestResponse
        options.connectTimeout = isCheck ? RunOptions.checkPatience : connectTimeout.inSeconds
        options.readTimeout = isCheck ? RunOptions.checkPatience : readTimeout?.inSeconds
        do {
            options.proxies = try NetworkEnvironment.proxies(variables)
            try NetworkEnvironment.trust(variables, in: &options.tls)
        } catch let fault as TLSFiles.Fault {
            throw ConnectorError(NetworkEnvironment.fault(of: fault), .invalidOption)
        } catch {
            throw ConnectorError(error, .invalidOption)
        }
        return options
    }

    private func checkLimits() throws(ConnectorError) {
        func refuse(_ name: String, _ rule: String) throws(ConnectorError) {
            throw ConnectorError(.invalidOption, "The option '\(name)' must be \(rule).")
        }
        if connectTimeout <= .zero { try refuse("connectTimeout", "longer than 0") }
        if let readTimeout, readTimeout <= .zero { try refuse("readTimeout", "longer than 0, or nil") }
        if let longestWait, longestWait < .zero { try refuse("longestWait", "0 or longer, or nil") }
        if let largestResponse, largestResponse < 1 { try refuse("largestResponse", "1 or more, or nil") }
    }

    /// The hosts that may have credentials although the manifest does not name them.
    func hosts() throws(ConnectorError) -> [AllowedHost] {
        var hosts: [AllowedHost] = []
        for text in allowedHosts {
            do throws(AllowedHost.Fault) {
                hosts.append(try AllowedHost(text))
            } catch {
                throw ConnectorError(.invalidOption, "'\(text)' is not a host: \(error.reason).")
            }
        }
        return hosts
    }
}

extension Duration {
    fileprivate var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
