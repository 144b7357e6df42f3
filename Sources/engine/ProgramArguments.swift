import Glibc

/// The arguments of the process.
enum ProgramArguments {
    /// All arguments, the name of the program first.
    ///
    /// Swift's `CommandLine` reads them from `/proc`, which does not exist in every container. They are right before the
    /// environment in the memory that the system hands a process, so they are found from there.
    static var all: [String] {
        guard let environment = environ as UnsafeMutablePointer<Text?>?, let found = before(UnsafePointer(environment))
        else { return CommandLine.arguments }
        return found.map { String(cString: $0) }
    }

    private typealias Text = UnsafeMutablePointer<CChar>

    /// The list before the environment: a count, that many strings, a null.
    private static func before(_ environment: UnsafePointer<Text?>) -> [Text]? {
        var texts: [Text] = []
        var place = environment - 1
        guard place.pointee == nil else { return nil }
        // The limit is far above what the system takes, and keeps a search that went wrong within the stack.
        while texts.count < 1_000_000 {
            place -= 1
            if Int(bitPattern: place.pointee) == texts.count { return texts.reversed() }
            guard let text = place.pointee else { return nil }
            texts.append(text)
        }
        return nil
    }
}
