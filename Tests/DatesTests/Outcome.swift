import Dates

/// The result of a call as tables write it: its text, or `!` and the class of the fault.
func outcome(_ body: () throws(DateError) -> String) -> String {
    do throws(DateError) { return try body() } catch { return "!" + error.kind.rawValue }
}

/// The fault of a call as `Class: message`.
func fault(_ body: () throws(DateError) -> some Any) -> String {
    do throws(DateError) { return "no fault: \(try body())" } catch {
        return "\(error.kind.rawValue): \(error.message)"
    }
}
