/// Checks a JSON text in one pass and writes the nodes of its upper levels.
///
/// Works on raw pointers: the text is followed by zero bytes (`Bytes.padding`), which end every token, so no load needs a
/// bounds check. A nil pointer stands for failure; `error` then says what and where.
struct JSONParser {
    /// Containers inside containers that are accepted, as many as the reference's parser.
    static let depthLimit = 1024

    let base: UnsafePointer<UInt8>
    let end: UnsafePointer<UInt8>
    let indexDepth: Int
    let isStrict: Bool

    private(set) var nodeCount = 0
    private var nodeCapacity: Int
    private var nodes: UnsafeMutablePointer<JSONNode>

    /// Things noticed so far that keep bytes from being copied as they are.
    var irregularities = 0
    private var duplicateObjects = 0
    var sawEscape = false
    /// Whether the object that was read last has a null as a member.
    private var sawNullMember = false

    private var keys = KeyPrints()
    private let shapes = KeyShapes()

    private(set) var error = JSONError("empty text", at: 0)

    init(_ base: UnsafePointer<UInt8>, count: Int, indexDepth: Int, isStrict: Bool) {
        self.base = base
        end = base + count
        // A node's level is a byte.
        self.indexDepth = min(indexDepth, 250)
        self.isStrict = isStrict
        nodeCapacity = max(16, min(count / 9, 8192))
        nodes = .allocate(capacity: nodeCapacity)
    }

    /// Hands over the nodes and frees the rest.
    mutating func takeNodes() -> UnsafeMutablePointer<JSONNode> {
        keys.free()
        shapes.free()
        return nodes
    }

    /// Frees everything after a failure.
    func free() {
        nodes.deallocate()
        keys.free()
        shapes.free()
    }

    /// Reads the whole text; false when it is not JSON.
    mutating func run() -> Bool {
        guard let last = value(skipSpace(base), depth: 0) else { return false }
        let rest = skipSpace(last)
        if rest < end { return fail("unexpected text after the value", rest) != nil }
        return true
    }

    // MARK: Values

    @inline(__always)
    private mutating func value(_ start: UnsafePointer<UInt8>, depth: Int) -> UnsafePointer<UInt8>? {
        // Strings are the most frequent by far, so they take the short way.
        guard start.pointee == 0x22 else { return otherValue(start, depth: depth) }
        return depth <= indexDepth ? stringNode(start, depth) : string(start + 1)
    }

    @inline(__always)
    private mutating func stringNode(_ start: UnsafePointer<UInt8>, _ depth: Int) -> UnsafePointer<UInt8>? {
        let irregular = irregularities
        sawEscape = false
        guard let stop = string(start + 1) else { return nil }
        let node = addNode(start, depth)
        nodes[node].end = offset(stop)
        nodes[node].next = UInt32(truncatingIfNeeded: nodeCount)
        nodes[node].kind = .string
        nodes[node].traits = sawEscape ? .escaped : []
        if irregularities != irregular { nodes[node].traits.insert(.irregular) }
        return stop
    }

    /// Reads a value that is not a string.
    private mutating func otherValue(_ start: UnsafePointer<UInt8>, depth: Int) -> UnsafePointer<UInt8>? {
        guard depth <= indexDepth else { return unindexedValue(start, depth: depth) }
        let node = addNode(start, depth)
        let irregular = irregularities
        let duplicates = duplicateObjects
        let kind: JSONKind
        var traits: JSONTraits = []
        let stop: UnsafePointer<UInt8>?
        switch start.pointee {
        case 0x7B:
            kind = .object
            stop = object(start, depth: depth)
            if sawNullMember { traits.insert(.nulls) }
        case 0x5B:
            kind = .array
            stop = array(start, depth: depth)
        case 0x2D, 0x30...0x39:
            (kind, stop) = number(start)
        default:
            (kind, stop, traits) = word(start)
        }
        guard let stop else { return nil }
        if irregularities != irregular { traits.insert(.irregular) }
        if duplicateObjects != duplicates { traits.insert(.duplicates) }
        nodes[node].end = offset(stop)
        nodes[node].next = UInt32(truncatingIfNeeded: nodeCount)
        nodes[node].kind = kind
        nodes[node].traits = traits
        nodes[node].isIndexed = depth < indexDepth
        return stop
    }

    /// Checks a value that gets no node.
    private mutating func unindexedValue(_ start: UnsafePointer<UInt8>, depth: Int) -> UnsafePointer<UInt8>? {
        switch start.pointee {
        case 0x7B: object(start, depth: depth)
        case 0x5B: array(start, depth: depth)
        case 0x2D, 0x30...0x39: number(start).stop
        default: word(start).stop
        }
    }

    private mutating func array(_ start: UnsafePointer<UInt8>, depth: Int) -> UnsafePointer<UInt8>? {
        guard depth < Self.depthLimit else { return fail("more than \(Self.depthLimit) levels", start) }
        var at = space(start + 1)
        if at.pointee == 0x5D { return at + 1 }
        while true {
            guard let after = value(at, depth: depth + 1) else { return nil }
            at = space(after)
            if at.pointee == 0x2C {
                at = space(at + 1)
            } else if at.pointee == 0x5D {
                return at + 1
            } else {
                return fail("expected ',' or ']'", at)
            }
        }
    }

    private mutating func object(_ start: UnsafePointer<UInt8>, depth: Int) -> UnsafePointer<UInt8>? {
        guard depth < Self.depthLimit else { return fail("more than \(Self.depthLimit) levels", start) }
        var at = space(start + 1)
        if at.pointee == 0x7D {
            sawNullMember = false
            return at + 1
        }
        var members = ObjectMembers(firstKey: keys.count, expected: shapes.count(depth))
        while true {
            guard at.pointee == 0x22 else { return fail("expected a member's name in quotes", at) }
            guard let colon = key(at, depth, &members) else { return nil }
            at = space(colon)
            if at.pointee == 0x6E { members.hasNull = true }
            guard let after = value(at, depth: depth + 1) else { return nil }
            at = space(after)
            if at.pointee == 0x2C {
                at = space(at + 1)
            } else if at.pointee == 0x7D {
                break
            } else {
                return fail("expected ',' or '}'", at)
            }
        }
        close(members, depth)
        return at + 1
    }

    /// What is known of an object while its members are read.
    private struct ObjectMembers {
        let firstKey: Int
        /// Keys that the shape of its level names.
        let expected: Int
        /// Keys so far.
        var count = 0
        /// Whether all keys so far were the expected ones.
        var isExpected = true
        /// Keys so far that the shape of its level holds now.
        var noted = 0
        var seen: UInt64 = 0
        var isDuplicate = false
        var hasNull = false
    }

    /// Reads a member's name with its colon; gives the place after it.
    @inline(__always)
    private mutating func key(
        _ start: UnsafePointer<UInt8>,
        _ depth: Int,
        _ members: inout ObjectMembers
    ) -> UnsafePointer<UInt8>? {
        if members.isExpected {
            if members.count < members.expected, let length = shapes.matches(depth, members.count, start + 1) {
                sawEscape = false
                if depth < indexDepth { addKey(start + 1, start + 1 + length, depth) }
                members.count &+= 1
                return start + (length &+ 3)
            }
            leaveShape(depth, &members)
        }
        return newKey(start, depth, &members)
    }

    /// Catches up on the keys that were known from the shape, before the first that it does not have.
    @inline(never)
    private mutating func leaveShape(_ depth: Int, _ members: inout ObjectMembers) {
        for index in 0..<members.count {
            // The keys of a shape differ from each other.
            _ = keys.note(shapes.entry(depth, index).print, since: members.firstKey, seen: &members.seen)
        }
        members.isExpected = false
        members.noted = members.count
    }

    private mutating func newKey(
        _ start: UnsafePointer<UInt8>,
        _ depth: Int,
        _ members: inout ObjectMembers
    ) -> UnsafePointer<UInt8>? {
        sawEscape = false
        guard let quote = string(start + 1) else { return nil }
        if depth < indexDepth { addKey(start + 1, quote - 1, depth) }
        let length = quote - start - 2
        let print = sawEscape ? escapedPrint(start + 1, quote - 1) : JSONScan.fingerprint(start + 1, length)
        if keys.note(print, since: members.firstKey, seen: &members.seen) { members.isDuplicate = true }
        if members.noted == members.count, !sawEscape {
            let entry = KeyShapes.Entry(start: start + 1, length: length, print: print)
            if shapes.note(depth, members.count, entry) { members.noted &+= 1 }
        }
        members.count &+= 1
        let colon = space(quote)
        guard colon.pointee == 0x3A else { return fail("expected ':'", colon) }
        return colon + 1
    }

    /// Notes what an object was like, at its end.
    @inline(__always)
    private mutating func close(_ members: ObjectMembers, _ depth: Int) {
        sawNullMember = members.hasNull
        // Expected keys differ from each other, and there was no other.
        if members.isExpected { return }
        let isDuplicate = keys.close(since: members.firstKey) || members.isDuplicate
        shapes.close(depth, count: isDuplicate ? 0 : members.noted)
        if isDuplicate {
            duplicateObjects += 1
            irregularities += 1
        }
    }

    private mutating func word(
        _ start: UnsafePointer<UInt8>
    ) -> (kind: JSONKind, stop: UnsafePointer<UInt8>?, traits: JSONTraits) {
        if matches("true", start) { return (.bool, start + 4, .yes) }
        if matches("false", start) { return (.bool, start + 5, []) }
        if matches("null", start) { return (.null, start + 4, []) }
        if !isStrict {
            for text: StaticString in ["NaN", "Infinity", "-Infinity"] where matches(text, start) {
                irregularities += 1
                return (.double, start + text.utf8CodeUnitCount, [])
            }
        }
        if start >= end { return (.null, fail("the text ends too early", start), []) }
        return (.null, fail("expected a value", start), [])
    }

    private func matches(_ text: StaticString, _ start: UnsafePointer<UInt8>) -> Bool {
        for index in 0..<text.utf8CodeUnitCount where start[index] != text.utf8Start[index] { return false }
        return true
    }

    private mutating func number(_ start: UnsafePointer<UInt8>) -> (kind: JSONKind, stop: UnsafePointer<UInt8>?) {
        if !isStrict, start.pointee == 0x2D, start[1] == 0x49 {
            let (kind, stop, _) = word(start)
            return (kind, stop)
        }
        let scan = JSONNumber.scan(start)
        guard scan.isValid else { return (.integer, fail("not a number", scan.stop)) }
        if !scan.isRegular {
            switch JSONNumber.examine(start, scan, isStrict: isStrict) {
            case .refused: return (.double, fail("the number is out of range", start))
            case .regular: break
            case .irregular: irregularities += 1
            }
        }
        return (scan.isInteger ? .integer : .double, scan.stop)
    }

    // MARK: White space, nodes

    @inline(__always)
    private mutating func space(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        if start.pointee > 0x20 { return start }
        let after = skipSpace(start)
        if after != start { irregularities += 1 }
        return after
    }

    private func skipSpace(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        var at = start
        while at.pointee == 0x20 || at.pointee == 0x0A || at.pointee == 0x0D || at.pointee == 0x09 { at += 1 }
        return at
    }

    @inline(__always)
    private func offset(_ at: UnsafePointer<UInt8>) -> UInt32 { UInt32(truncatingIfNeeded: at - base) }

    @inline(__always)
    private mutating func addNode(_ start: UnsafePointer<UInt8>, _ depth: Int) -> Int {
        if nodeCount == nodeCapacity { growNodes() }
        nodes[nodeCount] = JSONNode(
            start: offset(start),
            end: 0,
            next: 0,
            kind: .null,
            traits: [],
            isIndexed: false,
            level: UInt8(truncatingIfNeeded: depth)
        )
        nodeCount &+= 1
        return nodeCount &- 1
    }

    @inline(__always)
    private mutating func addKey(_ start: UnsafePointer<UInt8>, _ stop: UnsafePointer<UInt8>, _ depth: Int) {
        let node = addNode(start, depth &+ 1)
        nodes[node].end = offset(stop)
        nodes[node].next = UInt32(truncatingIfNeeded: nodeCount)
        nodes[node].kind = .key
        nodes[node].traits = sawEscape ? .escaped : []
    }

    @inline(never)
    private mutating func growNodes() {
        let moved = UnsafeMutablePointer<JSONNode>.allocate(capacity: nodeCapacity * 2)
        moved.update(from: nodes, count: nodeCount)
        nodes.deallocate()
        nodes = moved
        nodeCapacity *= 2
    }

    @inline(never)
    mutating func fail(_ message: String, _ at: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
        error = JSONError(at >= end ? "the text ends too early" : message, at: min(at, end) - base)
        return nil
    }
}
