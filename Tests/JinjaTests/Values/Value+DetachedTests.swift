import Testing

@testable import Jinja

@Suite("Copies of values")
struct ValueDetachedTests {
    @Test(
        "are equal and share nothing that can change",
        arguments: [#"{"a":[1,{"b":[]}],"c":null}"#, #"[[1],"x",1.5]"#, #""x""#]
    )
    func equal(_ json: String) {
        let value = Sample.value(json).changeable
        let copy = value.detached
        #expect(copy == value)
        if case .dict(let dict) = value, case .list(let list)? = dict["a"] { list.elements.append(.int(9)) }
        if case .list(let list) = value { list.elements.append(.int(9)) }
        #expect(copy.represented == Sample.value(json).represented)
    }

    @Test("hold themselves where the values do")
    func cycle() {
        let list = ListObject([.int(1)])
        list.elements.append(.list(list))
        guard case .list(let copy) = Value.list(list).detached, case .list(let inner) = copy.elements[1] else {
            Issue.record("a copy of a list is a list")
            return
        }
        #expect(inner === copy && copy !== list)
    }
}
