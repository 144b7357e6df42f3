import JSON

/// A method: the object, the arguments, and the scope of the evaluation.
typealias Method = @Sendable (Value, Arguments, Scope) throws(TemplateError) -> Value

/// The methods of values, by type: the only list of them.
enum MethodTable {
    static let stringMethods: [String: Method] = [
        "capitalize": StringMethods.capitalize,
        "casefold": StringMethods.casefold,
        "center": StringMethods.center,
        "count": StringMethods.count,
        "encode": StringMethods.encode,
        "endswith": StringMethods.endswith,
        "expandtabs": StringMethods.expandtabs,
        "find": StringMethods.find,
        "format": StringMethods.format,
        "format_map": StringMethods.formatMap,
        "index": StringMethods.index,
        "isalnum": StringClasses.isalnum,
        "isalpha": StringClasses.isalpha,
        "isascii": StringClasses.isascii,
        "isdecimal": StringClasses.isdecimal,
        "isdigit": StringClasses.isdigit,
        "isidentifier": StringClasses.isidentifier,
        "islower": StringClasses.islower,
        "isnumeric": StringClasses.isnumeric,
        "isprintable": StringClasses.isprintable,
        "isspace": StringClasses.isspace,
        "istitle": StringClasses.istitle,
        "isupper": StringClasses.isupper,
        "join": StringMethods.join,
        "ljust": StringMethods.ljust,
        "lower": StringMethods.lower,
        "lstrip": StringMethods.lstrip,
        "partition": StringParts.partition,
        "removeprefix": StringMethods.removeprefix,
        "removesuffix": StringMethods.removesuffix,
        "replace": StringMethods.replace,
        "rfind": StringMethods.rfind,
        "rindex": StringMethods.rindex,
        "rjust": StringMethods.rjust,
        "rpartition": StringParts.rpartition,
        "rsplit": StringParts.rsplit,
        "rstrip": StringMethods.rstrip,
        "split": StringParts.split,
        "splitlines": StringParts.splitlines,
        "startswith": StringMethods.startswith,
        "strip": StringMethods.strip,
        "swapcase": StringMethods.swapcase,
        "title": StringMethods.title,
        "upper": StringMethods.upper,
        "zfill": StringMethods.zfill,
    ]

    static let bytesMethods: [String: Method] = ["decode": BytesMethods.decode, "hex": BytesMethods.hex]

    static let listMethods: [String: Method] = [
        "append": ListMethods.append,
        "clear": ListMethods.clear,
        "copy": ListMethods.copy,
        "count": ListMethods.count,
        "extend": ListMethods.extend,
        "index": ListMethods.index,
        "insert": ListMethods.insert,
        "pop": ListMethods.pop,
        "remove": ListMethods.remove,
        "reverse": ListMethods.reverse,
        "sort": ListMethods.sort,
    ]

    static let tupleMethods: [String: Method] = ["count": ListMethods.count, "index": ListMethods.index]

    static let dictMethods: [String: Method] = [
        "clear": DictMethods.clear,
        "copy": DictMethods.copy,
        "fromkeys": DictMethods.fromkeys,
        "get": DictMethods.get,
        "items": DictMethods.items,
        "keys": DictMethods.keys,
        "pop": DictMethods.pop,
        "popitem": DictMethods.popitem,
        "setdefault": DictMethods.setdefault,
        "update": DictMethods.update,
        "values": DictMethods.values,
    ]

    /// What a Python `Mapping` that is not a dict has.
    static let mappingMethods: [String: Method] = [
        "get": DictMethods.get,
        "items": DictMethods.items,
        "keys": DictMethods.keys,
        "values": DictMethods.values,
    ]

    static let setMethods: [String: Method] = [
        "add": SetMethods.add,
        "clear": SetMethods.clear,
        "copy": SetMethods.copy,
        "difference": SetMethods.difference,
        "discard": SetMethods.discard,
        "intersection": SetMethods.intersection,
        "issubset": SetMethods.issubset,
        "issuperset": SetMethods.issuperset,
        "remove": SetMethods.remove,
        "union": SetMethods.union,
        "update": SetMethods.update,
    ]

    static let datetimeMethods: [String: Method] = [
        "astimezone": DateMethods.astimezone,
        "ctime": DateMethods.ctime,
        "date": DateMethods.date,
        "isocalendar": DateMethods.isocalendar,
        "isoformat": DateMethods.isoformat,
        "isoweekday": DateMethods.isoweekday,
        "replace": DateMethods.replace,
        "strftime": DateMethods.strftime,
        "strptime": DateMethods.strptime,
        "timestamp": DateMethods.timestamp,
        "toordinal": DateMethods.toordinal,
        "tzname": DateMethods.tzname,
        "utcoffset": DateMethods.utcoffset,
        "weekday": DateMethods.weekday,
    ]

    static let dateMethods: [String: Method] = [
        "ctime": DateMethods.ctime,
        "isocalendar": DateMethods.isocalendar,
        "isoformat": DateMethods.isoformat,
        "isoweekday": DateMethods.isoweekday,
        "replace": DateMethods.replace,
        "strftime": DateMethods.strftime,
        "toordinal": DateMethods.toordinal,
        "weekday": DateMethods.weekday,
    ]

    static let timedeltaMethods: [String: Method] = ["total_seconds": DateMethods.totalSeconds]

    static let numberMethods: [String: Method] = [
        "as_integer_ratio": NumberMethods.asIntegerRatio,
        "bit_length": NumberMethods.bitLength,
        "conjugate": NumberMethods.conjugate,
        "is_integer": NumberMethods.isInteger,
    ]

    /// The method of a value, or nil.
    static func method(_ name: String, of value: Value) -> Method? {
        switch value {
        case .string: return stringMethods[name]
        case .bytes: return bytesMethods[name]
        case .list: return listMethods[name]
        case .tuple: return tupleMethods[name]
        case .dict, .record: return dictMethods[name]
        case .set: return setMethods[name]
        case .json(let view):
            switch view.kind {
            case .string: return stringMethods[name]
            case .array: return listMethods[name]
            default: return dictMethods[name]
            }
        case .datetime: return datetimeMethods[name]
        case .date: return dateMethods[name]
        case .timedelta, .duration: return timedeltaMethods[name]
        case .int, .big, .bool, .double: return NumberMethods.has(name, value) ? numberMethods[name] : nil
        case .object(let object):
            guard object.isMapping else { return nil }
            return object.isDict ? dictMethods[name] : mappingMethods[name]
        case .undefined, .null, .iterable, .function, .ellipsis: return nil
        }
    }

    /// The method a call `value.name(…)` runs when nothing else can have that name.
    static func directMethod(_ name: String, of value: Value) -> Method? {
        if case .object = value { return nil }
        return method(name, of: value)
    }

    /// The method together with its object.
    static func bound(_ method: @escaping Method, _ name: String, to value: Value) -> Function {
        Function(name, text: "<built-in method \(name) of \(value.typeName) object>") {
            (arguments, scope) throws(TemplateError) in
            try method(value, arguments, scope)
        }
    }
}
