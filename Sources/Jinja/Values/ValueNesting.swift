/// Limits on containers inside containers.
///
/// Templates can build such values in loops, `{% set ns.x = [ns.x] %}`, and all that prints, compares or frees them is
/// recursive.
enum ValueNesting {
    /// Containers inside each other: as many as the reference's JSON parser reads.
    static let deepest = 1024

    /// How often the nesting is measured: after this many containers were put into others.
    private static let period = 256

    /// Notes that containers were put into another, and throws when some are nested too deeply.
    ///
    /// Measuring walks through everything that is reachable, so it is done now and then.
    static func note(_ elements: [Value], _ scope: Scope) throws(TemplateError) {
        guard elements.contains(where: \.isContainer) else { return }
        scope.nestings += 1
        guard scope.nestings % period == 0 else { return }
        try check(elements + scope.locals)
    }

    /// Throws when containers are nested more than ``deepest`` levels.
    ///
    /// Goes through them level by level, and through each once.
    static func check(_ values: [Value]) throws(TemplateError) {
        var level = values
        var seen: Set<ObjectIdentifier> = []
        for _ in 0...deepest {
            var next: [Value] = []
            for value in level { value.addElements(to: &next, &seen) }
            if next.isEmpty { return }
            level = next
        }
        throw TemplateError(.runtime, "values are nested more than \(deepest) levels deep")
    }
}

extension Value {
    fileprivate var isContainer: Bool {
        switch self {
        case .list, .tuple, .dict, .set, .object, .iterable: true
        default: false
        }
    }

    /// Adds the containers right inside this one.
    fileprivate func addElements(to next: inout [Value], _ seen: inout Set<ObjectIdentifier>) {
        func isNew(_ object: AnyObject) -> Bool { seen.insert(ObjectIdentifier(object)).inserted }
        switch self {
        case .list(let list) where isNew(list): next += list.elements.filter(\.isContainer)
        case .tuple(let elements): next += elements.filter(\.isContainer)
        case .dict(let dict) where isNew(dict): next += dict.members.values.filter(\.isContainer)
        case .set(let set) where isNew(set): next += set.elements.filter(\.isContainer)
        case .iterable(let iterable) where isNew(iterable): next += iterable.contents.filter(\.isContainer)
        case .object(let object) where isNew(object): next += object.contents.filter(\.isContainer)
        default: break
        }
    }
}
