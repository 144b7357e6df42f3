/// Writes text in ASCII: Latin letters without their marks, Greek and Cyrillic letters by sound.
///
/// Marks and invisible characters go, other signs become a hyphen. Differs from the reference for all other scripts and
/// for emoji, which it spells out (`日本` is `RiBen` there): here letters of those scripts stay as they are, so that keys
/// that differ stay different, and signs become a hyphen.
enum Transliteration {
    /// The text in ASCII, as far as the table goes.
    static func ascii(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                result.append(scalar)
            } else if let spelling = table[scalar] {
                result.append(contentsOf: spelling.unicodeScalars)
            } else {
                append(scalar, to: &result)
            }
        }
        return String(result)
    }

    private static func append(_ scalar: Unicode.Scalar, to result: inout String.UnicodeScalarView) {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: break
        case .decimalNumber:
            guard let digit = scalar.properties.numericValue else { break }
            result.append(contentsOf: String(Int(digit)).unicodeScalars)
        default: result.append(scalar.properties.isAlphabetic ? scalar : "-")
        }
    }

    private static let table: [Unicode.Scalar: String] = {
        var table: [Unicode.Scalar: String] = [:]
        for (spelling, letters) in spellings {
            for letter in letters.unicodeScalars { table[letter] = spelling }
        }
        return table
    }()

    /// ASCII spellings, each with the letters that are written so.
    private static let spellings: [(spelling: String, letters: String)] = [
        ("'n", "ŉ"),
        ("(C)", "©"),
        ("(R)", "®"),
        ("1", "¹"),
        ("1/2", "½"),
        ("1/4", "¼"),
        ("2", "²Ƨƨ"),
        ("3", "³"),
        ("3/4", "¾"),
        ("5", "Ƽƽ"),
        ("6", "Ƅƅ"),
        ("A", "ÀÁÂÃÄÅĀĂĄǍǞǠǺȀȂȦȺɅḀẠẢẤẦẨẪẬẮẰẲẴẶΆΑА"),
        ("a", "ªàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặάαа"),
        ("a'", "ẚ"),
        ("Ae", "ÆǢǼ"),
        ("ae", "æǣǽ"),
        ("B", "ƁƂɃḂḄḆБ"),
        ("b", "ƀƃḃḅḇб"),
        ("C", "ÇĆĈĊČƇȻḈЋ"),
        ("c", "¢çćĉċčƈǀȼḉћ"),
        ("Ch", "ΧЧ"),
        ("ch", "χч"),
        ("D", "ÐĎĐƉƊƋḊḌḎḐḒΔД"),
        ("d", "ðďđƌȡḋḍḏḑḓẟδд"),
        ("db", "ȸ"),
        ("deg", "°"),
        ("Dj", "Ђ"),
        ("dj", "ђ"),
        ("DZ", "ǄǱ"),
        ("Dz", "ǅǲЅ"),
        ("dz", "ƻǆǳѕ"),
        ("Dzh", "Џ"),
        ("dzh", "џ"),
        ("E", "ÈÉÊËĒĔĖĘĚƎƏƐȄȆȨɆḔḖḘḚḜẸẺẼẾỀỂỄỆΈΕЀЁЕЭ"),
        ("e", "èéêëēĕėęěǝȅȇȩɇḕḗḙḛḝẹẻẽếềểễệέεеэѐё"),
        ("EUR", "€"),
        ("F", "ƑḞΦФ"),
        ("f", "ƒḟφф"),
        ("G", "ĜĞĠĢƓƔǤǦǴḠΓЃГҐ"),
        ("g", "ĝğġģǥǧǵḡγгѓґ"),
        ("GBP", "£"),
        ("Gh", "Ƣ"),
        ("gh", "ƣ"),
        ("H", "ĤĦȞḢḤḦḨḪ"),
        ("h", "ĥħȟḣḥḧḩḫẖ"),
        ("Hw", "Ƕ"),
        ("hw", "ƕ"),
        ("I", "ÌÍÎÏĨĪĬĮİƖƗǏȈȊḬḮỈỊΉΊΗΙΪІЇЍИ"),
        ("i", "ìíîïĩīĭįıǐȉȋḭḯỉịΐήίηιϊиіїѝ"),
        ("Ie", "Є"),
        ("ie", "є"),
        ("IJ", "Ĳ"),
        ("ij", "ĳ"),
        ("J", "ĴɈЈ"),
        ("j", "ĵǰȷɉј"),
        ("K", "ĶƘǨḰḲḴΚЌК"),
        ("k", "ķƙǩḱḳḵκкќ"),
        ("Kh", "Х"),
        ("kh", "х"),
        ("L", "ĹĻĽĿŁȽḶḸḺḼΛЛ"),
        ("l", "ĺļľŀłƚƛȴḷḹḻḽλл"),
        ("LJ", "Ǉ"),
        ("Lj", "ǈЉ"),
        ("lj", "ǉљ"),
        ("Ll", "Ỻ"),
        ("ll", "ỻ"),
        ("M", "ḾṀṂΜМ"),
        ("m", "ḿṁṃμм"),
        ("N", "ÑŃŅŇƝǸȠṄṆṈṊΝН"),
        ("n", "ñńņňƞǹȵṅṇṉṋνн"),
        ("Ng", "Ŋ"),
        ("ng", "ŋ"),
        ("NJ", "Ǌ"),
        ("Nj", "ǋЊ"),
        ("nj", "ǌњ"),
        ("No", "№"),
        ("O", "ÒÓÔÕÖØŌŎŐƆƟƠǑǪǬǾȌȎȪȬȮȰṌṎṐṒỌỎỐỒỔỖỘỚỜỞỠỢΌΏΟΩО"),
        ("o", "ºòóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợοωόώо"),
        ("Oe", "Œ"),
        ("oe", "œ"),
        ("Ou", "Ȣ"),
        ("ou", "ȣ"),
        ("P", "¶ƤṔṖΠП"),
        ("p", "ƥṕṗπп"),
        ("Ps", "Ψ"),
        ("ps", "ψ"),
        ("Q", "Ɋ"),
        ("q", "ĸǃɋ"),
        ("qc", "ǂ"),
        ("qp", "ȹ"),
        ("R", "ŔŖŘƦȐȒɌṘṚṜṞΡР"),
        ("r", "ŕŗřȑȓɍṙṛṝṟρр"),
        ("S", "§ŚŜŞŠȘṠṢṤṦṨΣС"),
        ("s", "śŝşšſșȿṡṣṥṧṩẛςσс"),
        ("s.", "ẜẝ"),
        ("Sh", "ƩШ"),
        ("sh", "ƪш"),
        ("Shch", "Щ"),
        ("shch", "щ"),
        ("Ss", "ẞ"),
        ("ss", "ß"),
        ("T", "ŢŤŦƬƮȚȾṪṬṮṰΤТ"),
        ("t", "ţťŧƫƭțȶṫṭṯṱẗτт"),
        ("Th", "ÞΘ"),
        ("th", "þθ"),
        ("TM", "™"),
        ("Ts", "Ц"),
        ("ts", "ƾц"),
        ("U", "ÙÚÛÜŨŪŬŮŰŲƯƱǓǕǗǙǛȔȖɄṲṴṶṸṺỤỦỨỪỬỮỰЎУ"),
        ("u", "µùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữựуў"),
        ("V", "ƲṼṾỼΒВ"),
        ("v", "ṽṿỽβв"),
        ("W", "ŴƜǷẀẂẄẆẈ"),
        ("w", "ŵƿẁẃẅẇẉẘ"),
        ("X", "ẊẌΞ"),
        ("x", "ǁẋẍξ"),
        ("Y", "¥ÝŶŸƳȜȲɎẎỲỴỶỸỾΎΥΫЙЫ"),
        ("y", "ýÿŷƴȝȳɏẏẙỳỵỷỹỿΰυϋύйы"),
        ("Ya", "Я"),
        ("ya", "я"),
        ("Yu", "Ю"),
        ("yu", "ю"),
        ("Z", "ŹŻŽƵȤẐẒẔΖЗ"),
        ("z", "źżžƍƶȥɀẑẓẕζз"),
        ("Zh", "ƷǮЖ"),
        ("zh", "ƺǯж"),
    ]
}
