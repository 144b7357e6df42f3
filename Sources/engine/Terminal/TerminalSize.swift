import Glibc

/// How much fits on the terminal.
struct TerminalSize: Equatable {
    /// At least 1.
    let columns: Int
    /// At least 2.
    let rows: Int

    /// Makes a size; without information from the terminal, 80 columns and 24 rows are assumed.
    init(columns: Int, rows: Int) {
        self.columns = columns > 0 ? columns : 80
        self.rows = rows > 0 ? max(2, rows) : 24
    }

    /// The size of the terminal that standard error goes to, which may change at any time.
    static var current: TerminalSize {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 else { return TerminalSize(columns: 0, rows: 0) }
        return TerminalSize(columns: Int(size.ws_col), rows: Int(size.ws_row))
    }
}
