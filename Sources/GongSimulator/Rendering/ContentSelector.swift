/// Which parts of a call a client asked calls/extensive for; without a selector nothing but `metaData`.
struct ContentSelector: Equatable {
    /// How much CRM context to send.
    enum Context: String {
        case none = "None"
        case basic = "Basic"
        case extended = "Extended"
    }

    private(set) var context = Context.none
    private(set) var timings: Set<String> = ["Now"]
    private(set) var parties = false
    private(set) var media = false
    private(set) var content: Set<String> = []
    private(set) var interaction: Set<String> = []
    private(set) var collaboration = false

    /// Reads `contentSelector`; unknown members are harmless, an unknown `context` is a bad request.
    init(_ input: JSONInput?) throws(Rejection) {
        guard let input, input != .null else { return }
        guard case .object = input else { throw .badRequest }
        if let name = input["context"], name != .null {
            guard let chosen = name.text.flatMap(Context.init) else { throw .badRequest }
            context = chosen
        }
        if context == .extended, let names = input["contextTiming"]?.elements.compactMap(\.text), !names.isEmpty {
            timings = Set(names)
        }
        guard let fields = input["exposedFields"] else { return }
        parties = fields["parties"] == .bool(true)
        media = fields["media"] == .bool(true)
        content = Self.chosen(fields["content"])
        interaction = Self.chosen(fields["interaction"])
        collaboration = fields["collaboration"]?["publicComments"] == .bool(true)
    }

    private static func chosen(_ input: JSONInput?) -> Set<String> {
        guard case .object(let members) = input else { return [] }
        return Set(members.filter { $0.value == .bool(true) }.keys)
    }
}
