/// The arguments of a call, filter or test: positional ones first, then named ones in the order written.
package struct Arguments {
    package var positional: [Value]
    package var named: [(name: String, value: Value)]

    package init(_ positional: [Value] = [], named: [(name: String, value: Value)] = []) {
        self.positional = positional
        self.named = named
    }

    /// The arguments in the order of the parameters' names; nil where none was given.
    ///
    /// Parameters without default stand first; `required` says how many. Throws a type error, as a Python call does, when
    /// an argument is missing, given twice, unknown, or one too many.
    func bound(
        _ function: String,
        _ parameters: [String],
        required: Int = 0
    ) throws(TemplateError) -> [Value?] {
        guard positional.count <= parameters.count else {
            throw .type(
                "\(function)() takes \(parameters.count) positional arguments but \(positional.count) were given"
            )
        }
        var slots: [Value?] = positional
        while slots.count < parameters.count { slots.append(nil) }
        for (name, value) in named {
            guard let place = parameters.firstIndex(of: name) else {
                throw .type("\(function)() got an unexpected keyword argument '\(name)'")
            }
            guard slots[place] == nil else {
                throw .type("\(function)() got multiple values for argument '\(name)'")
            }
            slots[place] = value
        }
        for place in 0..<required where slots[place] == nil {
            throw .type("\(function)() missing required argument: '\(parameters[place])'")
        }
        return slots
    }

    /// The arguments of a function that takes positional ones only, between `least` and `most` of them.
    func plain(_ function: String, _ least: Int, _ most: Int) throws(TemplateError) -> [Value] {
        guard named.isEmpty else { throw .type("\(function)() takes no keyword arguments") }
        guard positional.count >= least, positional.count <= most else {
            throw .type("\(function)() takes \(least) to \(most) arguments (\(positional.count) given)")
        }
        return positional
    }
}
