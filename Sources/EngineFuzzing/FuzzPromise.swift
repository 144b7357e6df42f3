import Glibc

/// Ends the process when a reader breaks a promise; says which, in release builds too.
func expect(_ isKept: Bool, _ message: @autoclosure () -> String) {
    if !isKept { fail(message()) }
}

/// Ends the process because a reader broke a promise.
func fail(_ message: String) -> Never {
    let text = Array("broken promise: \(message)\n".utf8)
    _ = write(STDERR_FILENO, text, text.count)
    abort()
}
