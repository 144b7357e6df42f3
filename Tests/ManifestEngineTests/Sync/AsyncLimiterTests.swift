import ManifestEngine
import TestSupport
import Testing

@Suite("AsyncLimiter")
struct AsyncLimiterTests {
    @Test("those who wait get their places in the order they came", arguments: [2, 200])
    func order(count: Int) {
        let executor = StepExecutor()
        let limiter = AsyncLimiter(1)
        let notes = Notes()
        for number in 0..<count {
            executor.start {
                await limiter.acquire()
                notes.add("begin \(number)")
                await executor.yield()
                notes.add("end \(number)")
                limiter.release()
            }
        }
        executor.runAll()
        #expect(notes.lines == (0..<count).flatMap { ["begin \($0)", "end \($0)"] })
    }

    @Test("as many go on at once as there are places, at least one", arguments: [(3, 3), (1, 1), (0, 1), (-2, 1)])
    func places(_ places: Int, _ expected: Int) {
        let executor = StepExecutor()
        let limiter = AsyncLimiter(places)
        let notes = Notes()
        for _ in 0..<5 {
            executor.start {
                await limiter.acquire()
                notes.add("in")
            }
        }
        executor.runAll()
        #expect(notes.lines.count == expected)
        for done in 1...(5 - expected) {
            limiter.release()
            executor.runAll()
            #expect(notes.lines.count == expected + done)
        }
    }

    @Test("a place that is not waited for is free again")
    func freed() {
        let executor = StepExecutor()
        let limiter = AsyncLimiter(1)
        let notes = Notes()
        for number in 1...3 {
            executor.start {
                await limiter.acquire()
                notes.add("\(number)")
                limiter.release()
            }
            executor.runAll()
        }
        #expect(notes.lines == ["1", "2", "3"])
    }

    @Test("a task that is cancelled while it waits takes its place in turn and gives it back")
    func cancelled() {
        let executor = StepExecutor()
        let limiter = AsyncLimiter(1)
        let notes = Notes()
        let tasks = (1...3).map { number in
            executor.start {
                await limiter.acquire()
                notes.add("\(number)\(Task.isCancelled ? " cancelled" : "")")
                await executor.yield()
                limiter.release()
            }
        }
        tasks[1].cancel()
        executor.runAll()
        #expect(notes.lines == ["1", "2 cancelled", "3"])
        executor.start {
            await limiter.acquire()
            notes.add("free")
        }
        executor.runAll()
        #expect(notes.lines.last == "free")
    }
}
