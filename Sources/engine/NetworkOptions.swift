import ArgumentParser
import HTTP
import ManifestEngine
import Text

/// Options of the commands that send requests: how they reach the network, and their limits.
struct NetworkOptions: ParsableArguments {
    @Option(
        name: .long,
        help: """
            The largest response that is read, after decompression, such as 300MB or 1GiB (default: 512MiB). Setting a \
            limit also allows responses compressed to less than a five-hundredth of their size.
            """,
        transform: NetworkOptions.byteCount
    )
    var maxResponseSize: Int?

    @Option(
        name: .long,
        help: "A PEM file of certificate authorities to trust in addition to the system's; repeatable.",
        completion: .file()
    )
    var caFile: [String] = []

    @Option(
        name: .long,
        help: "A PEM file with the client certificate.",
        completion: .file()
    )
    var cert: String?

    @Option(
        name: .long,
        help: "A PEM file with the private key of --cert (default: the file of --cert).",
        completion: .file()
    )
    var key: String?

    @Option(
        name: .long,
        help: """
            A host that may receive credentials although the manifest does not name it, such as files.example.com or \
            *.example.com. Repeatable.
            """,
        transform: Self.host
    )
    var allowHost: [AllowedHost] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The longest wait before a stream fails: seconds, or 90s, 30m, 2h, 1d. Default: an hour, or a "
                + "day where the API says when a quota is reset.",
            valueName: "time"
        ),
        transform: Self.length
    )
    var maxWait: Double?

    @OptionGroup var python: PythonOptions

    func validate() throws {
        if key != nil && cert == nil {
            throw ValidationError("--key needs the certificate it belongs to, named with --cert")
        }
    }

    private static func host(_ text: String) throws -> AllowedHost {
        do throws(AllowedHost.Fault) { return try AllowedHost(text) } catch {
            throw ValidationError("'\(text)' is not a host: \(error.reason)")
        }
    }

    private static func length(_ text: String) throws -> Double {
        if let seconds = LengthOfTime.seconds(text) { return seconds }
        throw ValidationError("'\(text)' is not a duration; write seconds, or 90s, 30m, 2h, 1d")
    }

    /// The settings of a run.
    var runOptions: RunOptions {
        var options = RunOptions()
        if let maxWait { options.longestWait = LongestWait(seconds: maxWait) }
        return options
    }

    /// The settings of the network.
    ///
    /// Throws for a file that is named and cannot be used.
    func transportOptions() throws -> TransportOptions {
        var options = TransportOptions()
        options.maxResponseSize = maxResponseSize
        return options
    }

    private static func byteCount(_ text: String) throws -> Int {
        guard let bytes = ByteCount.parse(text) else {
            throw ValidationError("'\(text)' is not a size; write bytes or a unit, such as 300MB or 512MiB")
        }
        return bytes
    }
}
