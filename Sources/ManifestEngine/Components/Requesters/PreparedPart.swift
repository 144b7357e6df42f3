import Jinja

/// A part of a request: made once where it depends only on manifest and configuration, else for each request.
enum PreparedPart<Part: Sendable>: Sendable {
    case settled(Part)
    case open(@Sendable (Scope) throws -> Part)

    init(isSettled: Bool, in scope: Scope, make: @escaping @Sendable (Scope) throws -> Part) throws {
        self = isSettled ? .settled(try make(scope)) : .open(make)
    }

    /// The part, if it is the same for all requests.
    var settled: Part? {
        if case .settled(let part) = self { return part }
        return nil
    }

    /// The part for a request.
    func value(in scope: Scope) throws -> Part {
        switch self {
        case .settled(let part): part
        case .open(let make): try make(scope)
        }
    }
}
