import Glibc

/// A file that always holds the input that is being tried: its length in 8 bytes, and its bytes.
package final class CurrentInput {
    private static let capacity = 1 << 20
    private let memory: UnsafeMutableRawPointer

    package init(_ path: String) throws {
        let file = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0, ftruncate(file, Self.capacity) == 0 else { throw FuzzFault(message: "cannot write \(path)") }
        defer { close(file) }
        guard let memory = mmap(nil, Self.capacity, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0), memory != MAP_FAILED
        else { throw FuzzFault(message: "cannot map \(path)") }
        self.memory = memory
    }

    deinit { munmap(memory, Self.capacity) }

    /// Puts an input into the file.
    package func set(_ input: [UInt8]) {
        let count = min(input.count, Self.capacity - 8)
        memory.storeBytes(of: UInt64(count), as: UInt64.self)
        input.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            (memory + 8).copyMemory(from: base, byteCount: count)
        }
    }
}
