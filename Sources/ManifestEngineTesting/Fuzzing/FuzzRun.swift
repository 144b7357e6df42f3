import Glibc

/// Tries a target with inputs that are made one after the other, for some time.
///
/// The input that is being tried stands in a file, mapped into memory, so that it is still there when the process dies.
package struct FuzzRun {
    private let target: FuzzTarget
    private let current: CurrentInput
    private var mutator: FuzzMutator
    private var corpus: [[UInt8]]

    /// - Parameters:
    ///   - inputs: what to begin with, beside the target's own seeds.
    ///   - path: the file for the input that is being tried.
    package init(_ target: FuzzTarget, seed: UInt64, inputs: [[UInt8]], current path: String) throws {
        self.target = target
        current = try CurrentInput(path)
        mutator = FuzzMutator(target, seed: seed)
        corpus = target.seeds.map { Array($0.utf8) } + inputs
    }

    /// Runs for so many seconds; gives the number of inputs tried.
    package mutating func run(seconds: Double) -> Int {
        let end = Self.now + seconds
        var count = 0
        for input in corpus { attempt(input) }
        while Self.now < end {
            let input = mutator.next(from: corpus)
            attempt(input)
            count += 1
            // Changes add up: some inputs become the beginning of others.
            if count % 50 == 0, input.count < 2000 { keep(input, count) }
        }
        return count
    }

    private mutating func keep(_ input: [UInt8], _ count: Int) {
        if corpus.count < 500 { corpus.append(input) } else { corpus[count % 500] = input }
    }

    private func attempt(_ input: [UInt8]) {
        current.set(input)
        target.run(input)
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// A file that always holds the input that is being tried: its length in 8 bytes, and its bytes.
final class CurrentInput {
    private static let capacity = 1 << 20
    private let memory: UnsafeMutableRawPointer

    init(_ path: String) throws {
        let file = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0, ftruncate(file, Self.capacity) == 0 else { throw FuzzFault(message: "cannot write \(path)") }
        defer { close(file) }
        guard let memory = mmap(nil, Self.capacity, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0), memory != MAP_FAILED
        else { throw FuzzFault(message: "cannot map \(path)") }
        self.memory = memory
    }

    deinit { munmap(memory, Self.capacity) }

    func set(_ input: [UInt8]) {
        let count = min(input.count, Self.capacity - 8)
        memory.storeBytes(of: UInt64(count), as: UInt64.self)
        input.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            (memory + 8).copyMemory(from: base, byteCount: count)
        }
    }
}

/// Why trying could not begin.
package struct FuzzFault: Error, CustomStringConvertible {
    let message: String
    package var description: String { message }
}
