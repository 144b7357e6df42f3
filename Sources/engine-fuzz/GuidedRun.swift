#if GUIDED
    import Glibc
    import EngineFuzzing

    /// A run of libFuzzer on a target: inputs that reach new code become the beginning of others.
    ///
    /// The library calls C functions without a context, so what they need stands here, set before it begins.
    enum GuidedRun {
        nonisolated(unsafe) private static var target: FuzzTarget?
        nonisolated(unsafe) private static var current: CurrentInput?
        nonisolated(unsafe) private static var mutator: FuzzMutator?

        /// Runs until the time is over; an input that ends the process stands in the file `current`.
        ///
        /// - Parameter corpus: a folder of inputs to begin with; those that reach new code are added to it.
        static func run(_ target: FuzzTarget, seconds: Double, seed: UInt64, current path: String, corpus: String)
            throws
        {
            self.target = target
            current = try CurrentInput(path)
            mutator = FuzzMutator(target, seed: seed)
            try FuzzCorpus(corpus).add(target)
            run([
                "engine-fuzz", corpus + "/inputs", "-dict=\(corpus)/dictionary", "-max_total_time=\(Int(seconds))",
                "-seed=\(UInt32(truncatingIfNeeded: seed))", "-artifact_prefix=\(path).", "-max_len=8000",
                "-timeout=60", "-report_slow_units=60", "-rss_limit_mb=4096", "-detect_leaks=0", "-verbosity=1",
                "-handle_segv=0", "-handle_bus=0", "-handle_abrt=0", "-handle_ill=0", "-handle_fpe=0",
            ])
        }

        private static func run(_ arguments: [String]) {
            // Never freed: the process ends with the run.
            let count = UnsafeMutablePointer<CInt>.allocate(capacity: 1)
            count.initialize(to: CInt(arguments.count))
            let texts = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: arguments.count + 1)
            texts.initialize(repeating: nil, count: arguments.count + 1)
            for (index, argument) in arguments.enumerated() { texts[index] = strdup(argument) }
            let pointer = UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>.allocate(capacity: 1)
            pointer.initialize(to: texts)
            _ = runDriver(count, pointer, attemptInput)
        }

        fileprivate static func attempt(_ bytes: UnsafeBufferPointer<UInt8>) {
            let input = Array(bytes)
            current?.set(input)
            target?.run(input)
        }

        /// One change in place as the generator makes them; gives the new length.
        static func change(_ bytes: UnsafeMutableBufferPointer<UInt8>, count: Int) -> Int {
            let input = mutator?.change(Array(bytes[..<count])) ?? []
            let kept = input.prefix(bytes.count)
            for (index, byte) in kept.enumerated() { bytes[index] = byte }
            return kept.count
        }
    }

    @_silgen_name("LLVMFuzzerRunDriver")
    private func runDriver(
        _ count: UnsafeMutablePointer<CInt>,
        _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
        _ attempt: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
    ) -> CInt

    private func attemptInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
        GuidedRun.attempt(UnsafeBufferPointer(start: bytes, count: count))
        return 0
    }

    @_silgen_name("LLVMFuzzerMutate")
    private func mutate(_ bytes: UnsafeMutablePointer<UInt8>?, _ count: Int, _ capacity: Int) -> Int

    /// What libFuzzer calls for a new input: one in four changes is ours, which knows of nesting and joins words.
    @_cdecl("LLVMFuzzerCustomMutator")
    func customMutator(_ bytes: UnsafeMutablePointer<UInt8>?, _ count: Int, _ capacity: Int, _ seed: CUnsignedInt)
        -> Int
    {
        guard seed % 4 == 0 else { return mutate(bytes, count, capacity) }
        return GuidedRun.change(UnsafeMutableBufferPointer(start: bytes, count: capacity), count: count)
    }
#endif
