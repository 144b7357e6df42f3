/// Invented people and companies to draw from.
enum NamePool {
    /// A first or last name, and how it is spelled in an e-mail address.
    struct Name: Sendable {
        let text: String
        let mailbox: String

        init(_ text: String, _ mailbox: String) {
            self.text = text
            self.mailbox = mailbox
        }
    }

    static let firstNames = ["Anna", "Ben", "Carla", "David", "Eve", "Frank", "Grace", "Henry", "Ivy", "Jack"]
        .map { Name($0, $0.lowercased()) }
    static let lastNames = ["Archer", "Baker", "Cole", "Dyer", "Ellis", "Fisher", "Grant", "Hayes", "Irwin", "Jones"]
        .map { Name($0, $0.lowercased()) }
    static let unicodeFirstNames = [
        Name("Zoë", "zoe"), Name("André", "andre"), Name("Łukasz", "lukasz"), Name("Søren", "soren"),
        Name("雷", "lei"), Name("Ольга", "olga"), Name("نور", "nur"),
    ]
    static let unicodeLastNames = [
        Name("Müller", "müller"), Name("Åberg", "aberg"), Name("Núñez", "nunez"), Name("Šimić", "simic"),
        Name("李", "li"), Name("Иванова", "ivanova"), Name("O'Brien-Ødegård", "obrien"),
    ]
    static let companies: [StaticString] = [
        "Northwind Mills", "Blue Harbour", "Cedar Works", "Oak Lane Foods", "Granite Bank", "Silver Kite",
    ]
    static let unicodeCompanies: [StaticString] = [
        "Bäckerei Süß", "Forêt Générale", "青い海 商事", "Łąka i Syn", "Καλή Γη", "Café 🚀 Co",
    ]
    static let jobs: [StaticString] = ["AE", "CFO", "Head of Operations", "Sales Engineer", "VP Sales", "Buyer"]
    static let callKinds: [StaticString] = ["Discovery", "Demo", "Pricing review", "Kick-off", "1:1", "Renewal"]
    static let topics: [StaticString] = [
        "Call Setup", "Small Talk", "Pricing", "Next Steps", "Integrations", "Security", "Wrap-up", "Onboarding",
    ]
}
