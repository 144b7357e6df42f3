import ArgumentParser
import GongSimulator

/// The command line options for credentials, lifetimes and limits.
struct AccessArguments: ParsableArguments {
    @Option(help: "Access key for Basic authentication.")
    var accessKey = "simulator-key"

    @Option(help: "Access key secret for Basic authentication.")
    var accessKeySecret = "simulator-secret"

    @Option(help: "OAuth client id.")
    var clientID = "simulator-client"

    @Option(help: "OAuth client secret.")
    var clientSecret = "simulator-client-secret"

    @Option(help: "First OAuth refresh token; each use replaces it.")
    var refreshToken = "rt-simulator-0"

    @Option(help: "Seconds that an access token is valid.")
    var accessTokenLifetime = 86_400

    @Option(help: "Seconds that a page cursor is valid.")
    var cursorLifetime = 3_600

    @Option(help: "The only host name that accepts the credentials, such as localhost.")
    var regionHost: String?

    @Option(help: "Requests allowed per second; Gong's own limit is 3. No limit when left out.")
    var rateLimit: Int?

    @Option(help: "Requests allowed per day; Gong's own limit is 10000. No limit when left out.")
    var dailyLimit: Int?

    /// Copies the values.
    func apply(to options: inout SimulatorOptions) {
        options.accessKey = accessKey
        options.accessKeySecret = accessKeySecret
        options.oauthClients = [OAuthClient(id: clientID, secret: clientSecret, refreshToken: refreshToken)]
        options.accessTokenLifetime = accessTokenLifetime
        options.cursorLifetime = cursorLifetime
        options.regionHost = regionHost
        options.requestsPerSecond = rateLimit
        options.requestsPerDay = dailyLimit
    }
}
