import JSON
import Testing

@testable import ManifestEngine

@Suite("Open partitions")
struct OpenPartitionsTests {
    @Test("tells the parents' state of the partitions finished without a gap")
    func parentStates() {
        var open = OpenPartitions()
        for number in 0..<3 { open.begin("p\(number)", slices: 1, parentState: ["n": .integer(number)]) }
        var told: [JSONObject?] = []
        for number in [1, 0, 2] {
            _ = open.close("p\(number)")
            told.append(open.takeParentState())
        }
        let again = open.takeParentState()
        #expect(told == [nil, ["n": 1], ["n": 2]])
        #expect(again == nil)
    }

    @Test("a partition is finished with its last slice")
    func slices() {
        var open = OpenPartitions()
        open.begin("p", slices: 2, parentState: nil)
        #expect(open.contains("p") && open.hasOpenSlices)
        let answers = [open.close("p"), open.close("p"), open.close("p")]
        #expect(answers == [false, true, nil])
        #expect(!open.contains("p") && !open.hasOpenSlices)
        let parentState = open.takeParentState()
        #expect(parentState == nil)
    }

    @Test("a partition without slices stays open, but no slice of it does")
    func empty() {
        var open = OpenPartitions()
        open.begin("p", slices: 0, parentState: [:])
        #expect(open.contains("p") && !open.hasOpenSlices)
        open.begin("q", slices: 1, parentState: [:])
        let isFinished = open.close("q")
        let parentState = open.takeParentState()
        #expect(isFinished == true)
        #expect(parentState == nil)
    }
}
