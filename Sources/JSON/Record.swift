/// One record of a stream: an object that may still be in the bytes of its page, with the changes made to it since.
///
/// An untouched record is written by copying its bytes. Adding, replacing or removing a member keeps the rest as bytes;
/// only what a transformation reaches into is opened.
package struct Record: Sendable {
    /// A member that was set or removed since the page was read.
    struct Edit: Sendable {
        let key: JSONKey
        /// The new value; nil removes the member.
        var value: JSONValue?
        /// Whether the page has a member of that name, whose place the value takes.
        let isInSource: Bool
    }

    private enum Body: Sendable {
        case source(JSONView)
        case opened(JSONObject)
    }

    private var body: Body
    private(set) var edits: [Edit] = []
    /// The file that belongs to the record, if any.
    package var file: RecordFile?

    /// A record as it came; nil when the value is not an object.
    package init?(_ view: JSONView) {
        guard view.kind == .object else { return nil }
        body = .source(view)
    }

    /// A record made of members.
    package init(_ members: JSONObject) { body = .opened(members) }

    /// The bytes of the record when nothing was changed.
    package var untouchedView: JSONView? {
        if case .source(let view) = body, edits.isEmpty { return view }
        return nil
    }

    /// The member of a name, or nil.
    package func get(_ key: JSONKey) -> JSONValue? {
        switch body {
        case .source(let view):
            if let edit = edits.last(where: { $0.key == key }) { return edit.value }
            return view.member(key).map(JSONValue.view)
        case .opened(let members): return members[key.text]
        }
    }

    /// The member of a name, or nil.
    package func get(_ key: String) -> JSONValue? { get(JSONKey(key)) }

    /// Sets a member: in place when there is one of that name, else at the end.
    package mutating func set(_ key: JSONKey, _ value: JSONValue) { change(key, value) }

    /// Removes a member, if there.
    package mutating func remove(_ key: JSONKey) { change(key, nil) }

    private mutating func change(_ key: JSONKey, _ value: JSONValue?) {
        switch body {
        case .opened(var members):
            body = .opened([:])
            members[key.text] = value
            body = .opened(members)
        case .source(let view):
            guard let place = edits.lastIndex(where: { $0.key == key }) else {
                let isInSource = view.member(key) != nil
                if isInSource || value != nil { edits.append(Edit(key: key, value: value, isInSource: isInSource)) }
                return
            }
            let old = edits[place]
            if value == nil && !old.isInSource {
                edits.remove(at: place)
            } else if value != nil && old.value == nil {
                // Removed and set again: the member moves to the end, as in a dictionary.
                edits.append(Edit(key: key, value: value, isInSource: false))
            } else {
                edits[place].value = value
            }
        }
    }

    /// The members, opened one level; setting them replaces the whole record.
    package var members: JSONObject {
        get {
            guard case .source(let view) = body else {
                if case .opened(let members) = body { return members }
                return [:]
            }
            var members = view.openedMembers
            for edit in edits { members[edit.key.text] = edit.value }
            return members
        }
        set {
            body = .opened(newValue)
            edits = []
        }
    }

    /// The record as a value.
    package var value: JSONValue { untouchedView.map(JSONValue.view) ?? .object(members) }

    /// Whether no member is left.
    package var isEmpty: Bool {
        guard case .source(let view) = body else { return members.isEmpty }
        if edits.isEmpty { return view.isEmptyContainer }
        // An edit without a value removes a member of the page.
        return edits.allSatisfy { $0.value == nil } && view.count == edits.count
    }

    // MARK: Writing

    /// Writes the record as the data of a RECORD message: members that are null are left out at the top level.
    package func write(to bytes: Bytes) {
        guard case .source(let view) = body else { return Self.write(members, to: bytes) }
        defer { withExtendedLifetime(view.document) {} }
        bytes.append(UInt8(ascii: "{"))
        let start = bytes.count
        let isUnedited = !edits.contains(where: \.isInSource)
        if view.traits.contains(.duplicates) || !view.isIndexed {
            view.appendScannedMembers(to: bytes, edits)
        } else if isUnedited && view.traits.isDisjoint(with: [.nulls, .irregular]) {
            bytes.append(view.startPointer + 1, view.byteCount - 2)
        } else if isUnedited && !view.traits.contains(.nulls) {
            bytes.appendRegular(view.startPointer + 1, view.endPointer - 1)
        } else {
            view.appendIndexedMembers(to: bytes, edits)
        }
        for edit in edits where !edit.isInSource {
            guard let value = edit.value, !value.isNull else { continue }
            if bytes.count > start { bytes.append(UInt8(ascii: ",")) }
            bytes.appendQuoted(edit.key.text)
            bytes.append(UInt8(ascii: ":"))
            bytes.append(json: value)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private static func write(_ members: JSONObject, to bytes: Bytes) {
        bytes.append(UInt8(ascii: "{"))
        var isFirst = true
        for (name, value) in members where !value.isNull {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            bytes.appendQuoted(name)
            bytes.append(UInt8(ascii: ":"))
            bytes.append(json: value)
        }
        bytes.append(UInt8(ascii: "}"))
    }
}
