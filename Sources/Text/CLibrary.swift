import Glibc

/// Functions of the C library that Swift's module of it leaves out.
///
/// They are looked up by name when first used; where one is missing, its work is left undone or done in Swift.
package enum CLibrary {
    private typealias MallocOption = @convention(c) (CInt, CInt) -> CInt
    private typealias MemorySearch = @convention(c) (UnsafeRawPointer, Int, UnsafeRawPointer, Int) -> UnsafeRawPointer?

    private static let mallocOption = function("mallopt", as: MallocOption.self)
    private static let memorySearch = function("memmem", as: MemorySearch.self)

    private static func function<Function>(_ name: String, as type: Function.Type) -> Function? {
        dlsym(nil, name).map { unsafeBitCast($0, to: type) }
    }

    /// Sets an option of the allocator, by its number in `malloc.h`.
    package static func setMallocOption(_ option: CInt, to value: CInt) { _ = mallocOption?(option, value) }

    /// Whether bytes stand anywhere in other bytes; no bytes stand everywhere.
    package static func contains(_ needle: [UInt8], in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard !needle.isEmpty else { return true }
        guard let base = bytes.baseAddress, let memorySearch else {
            return bytes.count >= needle.count
                && (0...(bytes.count - needle.count)).contains { bytes[$0...].starts(with: needle) }
        }
        return memorySearch(base, bytes.count, needle, needle.count) != nil
    }
}
