/// A filter: what stands before the `|`, the arguments, and the scope of the evaluation.
typealias FilterBody = @Sendable (Value, Arguments, Scope) throws(TemplateError) -> Value

/// A filter and whether its result depends on its input and arguments alone.
struct Filter: Sendable {
    let body: FilterBody
    let isPure: Bool

    init(_ body: @escaping FilterBody, isPure: Bool = true) {
        self.body = body
        self.isPure = isPure
    }
}

/// The filters: the only list of them.
///
/// All of Jinja2 3.1.6 but `pprint`, `urlize` and `wordwrap`; `string` is the reference's own. The last group is not part
/// of Jinja2.
enum FilterTable {
    static let filters: [String: Filter] = [
        "abs": Filter(NumberFilters.abs),
        "attr": Filter(SequenceFilters.attr),
        "batch": Filter(SequenceFilters.batch),
        "capitalize": Filter(TextFilters.capitalize),
        "center": Filter(TextFilters.center),
        "count": Filter(SequenceFilters.length),
        "d": Filter(SequenceFilters.standard),
        "default": Filter(SequenceFilters.standard),
        "dictsort": Filter(SortFilters.dictsort),
        "e": Filter(MarkupFilters.escape),
        "escape": Filter(MarkupFilters.escape),
        "filesizeformat": Filter(NumberFilters.filesizeformat),
        "first": Filter(SequenceFilters.first),
        "float": Filter(NumberFilters.float),
        "forceescape": Filter(MarkupFilters.escape),
        "format": Filter(TextFilters.format),
        "groupby": Filter(SortFilters.groupby),
        "indent": Filter(TextFilters.indent),
        "int": Filter(NumberFilters.int),
        "items": Filter(SequenceFilters.items),
        "join": Filter(SequenceFilters.join),
        "last": Filter(SequenceFilters.last),
        "length": Filter(SequenceFilters.length),
        "list": Filter(SequenceFilters.list),
        "lower": Filter(TextFilters.lower),
        "map": Filter(SelectionFilters.map, isPure: false),
        "max": Filter(SortFilters.max),
        "min": Filter(SortFilters.min),
        "random": Filter(SequenceFilters.random, isPure: false),
        "reject": Filter(SelectionFilters.reject),
        "rejectattr": Filter(SelectionFilters.rejectattr),
        "replace": Filter(TextFilters.replace),
        "reverse": Filter(SequenceFilters.reverse),
        "round": Filter(NumberFilters.round),
        "safe": Filter(MarkupFilters.safe),
        "select": Filter(SelectionFilters.select),
        "selectattr": Filter(SelectionFilters.selectattr),
        "slice": Filter(SequenceFilters.slice),
        "sort": Filter(SortFilters.sort),
        "string": Filter(EncodingFilters.string),
        "striptags": Filter(MarkupFilters.striptags),
        "sum": Filter(NumberFilters.sum),
        "title": Filter(TextFilters.title),
        "tojson": Filter(EncodingFilters.tojson),
        "trim": Filter(TextFilters.trim),
        "truncate": Filter(TextFilters.truncate),
        "unique": Filter(SortFilters.unique),
        "upper": Filter(TextFilters.upper),
        "urlencode": Filter(EncodingFilters.urlencode),
        "wordcount": Filter(TextFilters.wordcount),
        "xmlattr": Filter(MarkupFilters.xmlattr),

        "base64binascii_decode": Filter(EncodingFilters.base64binasciiDecode),
        "base64decode": Filter(EncodingFilters.base64decode),
        "base64encode": Filter(EncodingFilters.base64encode),
        "hash": Filter(DigestFilters.hash),
        "hmac": Filter(DigestFilters.hmac),
        "regex_replace": Filter(RegexFilters.replace),
        "regex_search": Filter(RegexFilters.search),
    ]
}
