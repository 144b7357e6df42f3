import Config
import Diagnostics

/// Why the successor of a refresh token that works once cannot be kept for the next run.
enum TokenLoss: Equatable {
    case hasNoFile
    case isTurnedOff
    case cannotBeWritten(String, FileObstacle)
    /// `--set` gives the token at this place.
    case isSet([String])
    /// The token at this place comes from the environment.
    case isVariable([String])

    private var reason: String {
        switch self {
        case .hasNoFile: "the configuration is not read from a file"
        case .isTurnedOff: "--no-update-config was given"
        case .cannotBeWritten(let path, let obstacle): "\(path) cannot be written: \(obstacle.reason)"
        case .isSet(let place): "--set gives '\(place.joined(separator: "."))'"
        case .isVariable(let place): "'\(place.joined(separator: "."))' comes from an environment variable"
        }
    }

    private var remedy: String {
        switch self {
        case .isVariable: "--update-config writes it into the file in place of the variable."
        default: "Keep the token in a writable configuration file."
        }
    }

    private static let beginning =
        "The access token is about to be renewed, after which the refresh token may not work again; "

    /// The message for a run that continues anyway.
    func warning(isHandedOut: Bool) -> String {
        let end = isHandedOut ? "The new one is only in the CONTROL message." : "The new one will be lost."
        return "\(Self.beginning)the new one cannot be saved, as \(reason). \(end) \(remedy)"
    }

    /// The failure of a run in which the new token would be written nowhere.
    var failure: EngineFailure {
        EngineFailure(
            .config,
            "\(Self.beginning)the new one would be lost, as \(reason). \(remedy) --format messages emits it in a "
                + "CONTROL message; --no-update-config continues without saving it."
        )
    }
}
