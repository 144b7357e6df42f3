/// What an `Authorization` header says.
enum Credentials: Equatable {
    /// User name and password.
    case basic(String, String)
    /// An access token.
    case bearer(String)

    /// Reads the header of a request; nil when it is missing or cannot be read.
    init?(_ request: SimulatorRequest) {
        guard let header = request.header("Authorization"), let space = header.firstIndex(of: " ") else { return nil }
        let rest = header[header.index(after: space)...]
        switch header[..<space].lowercased() {
        case "bearer": self = .bearer(String(rest))
        case "basic":
            guard let bytes = Base64.decode(rest), let text = String(validating: bytes, as: UTF8.self),
                let colon = text.firstIndex(of: ":")
            else { return nil }
            self = .basic(String(text[..<colon]), String(text[text.index(after: colon)...]))
        default: return nil
        }
    }
}
