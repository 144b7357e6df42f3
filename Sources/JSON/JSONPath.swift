import OrderedCollections

/// Why a value could not be set at a path.
package struct JSONPathFault: Error, Equatable {
    /// What is wrong, as the end of a sentence.
    package let reason: String
    /// The path, or its first steps where it is far too long.
    package let path: [String]
}

/// Paths of literal names and indices into objects.
package enum JSONPath {
    /// The largest index that makes a list grow; beyond it a path is taken for a mistake.
    private static let largestIndex = 1_000_000

    /// Writes a value at a path and makes what is missing on the way.
    ///
    /// A missing level becomes a list when the next segment is all digits, otherwise an object. Digits are an index of
    /// a list, which grows with nulls, and a key of an object. Throws when a value on the way is neither, null
    /// included, and for a segment into a list that is not an index.
    package static func set(_ value: JSONValue, at path: [String], in object: inout JSONObject) throws(JSONPathFault) {
        guard let key = path.first else { throw failure("the path is empty", path) }
        guard path.count <= deepest else {
            throw failure("the path has more than \(deepest) steps", Array(path.prefix(5)))
        }
        guard path.count > 1 else {
            object[key] = value
            return
        }
        object[key] = try setting(value, at: path, from: 1, in: object[key])
    }

    /// Steps of a path: what they make is read level by level, and a stack is finite.
    private static let deepest = 256

    /// The container at `path[..<index]` with the value set below it; nil makes the container.
    private static func setting(
        _ value: JSONValue,
        at path: [String],
        from index: Int,
        in container: JSONValue?
    ) throws(JSONPathFault) -> JSONValue {
        let segment = path[index]
        let isLast = index == path.count - 1
        let emptyContainer: JSONValue = Self.index(segment) == nil ? .object([:]) : .array([])
        switch (container ?? emptyContainer).opened {
        case .object(var members):
            members[segment] = isLast ? value : try setting(value, at: path, from: index + 1, in: members[segment])
            return .object(members)
        case .array(var elements):
            guard let place = Self.index(segment), place <= largestIndex else {
                throw failure("'\(segment)' is not a list index", path)
            }
            let present = place < elements.count ? elements[place] : nil
            if place >= elements.count {
                elements += Array(repeating: JSONValue.null, count: place + 1 - elements.count)
            }
            elements[place] = isLast ? value : try setting(value, at: path, from: index + 1, in: present)
            return .array(elements)
        default:
            let place = path[..<index].joined(separator: ".")
            throw failure("'\(place)' holds neither an object nor a list", path)
        }
    }

    /// The number that a text of decimal digits, of any script, stands for.
    private static func index(_ segment: String) -> Int? {
        guard !segment.isEmpty else { return nil }
        var number = 0
        for scalar in segment.unicodeScalars {
            guard scalar.properties.numericType == .decimal, let digit = scalar.properties.numericValue else {
                return nil
            }
            // A number that is too large stays too large.
            number = min(number * 10 + Int(digit), largestIndex + 1)
        }
        return number
    }

    private static func failure(_ reason: String, _ path: [String]) -> JSONPathFault {
        JSONPathFault(reason: reason, path: path)
    }
}
