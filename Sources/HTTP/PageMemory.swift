import Text

/// Makes the process keep the memory of pages it is done with for the next ones.
///
/// The C library hands large blocks back to the system and gets them again, zeroed, for every page: measured with four
/// workers and pages of 2 MB, that costs more than receiving them. What is kept is no more than was in use at once.
package enum PageMemory {
    /// Blocks up to this size are kept (bytes).
    private static let keptSize: CInt = 64 * 1024 * 1024
    /// Numbers of the options in `malloc.h`.
    private static let trimThreshold: CInt = -1
    private static let mmapThreshold: CInt = -3

    /// Sets this for the process; to be called once, before the first page.
    package static func keepForReuse() {
        CLibrary.setMallocOption(mmapThreshold, to: keptSize)
        CLibrary.setMallocOption(trimThreshold, to: keptSize)
    }
}
