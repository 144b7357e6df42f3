/// One `%` directive of an output format: flags, width, modifier and letter.
struct StrftimeDirective {
    /// What fills a field up to its width.
    enum Fill {
        case zeros, spaces, nothing
    }

    /// The directive as it was typed.
    let source: ArraySlice<UInt8>
    /// The filling that the flags ask for.
    private(set) var fill: Fill?
    /// Whether the flag `^` asks for capitals.
    private(set) var isUpper = false
    /// Whether the flag `#` asks for the other case.
    private(set) var swapsCase = false
    /// The least number of characters.
    private(set) var width = 0
    /// `E`, `O` or 0.
    private(set) var modifier: UInt8 = 0
    /// The letter, 0 at the end of the format.
    private(set) var letter: UInt8 = 0

    /// The widest field that is printed, so that no format fills the memory.
    private static let widest = 4096

    /// Reads a directive from the front of a format and drops it there.
    init(parsing format: inout ArraySlice<UInt8>) {
        let whole = format
        format.removeFirst()
        scan: while let byte = format.first {
            switch byte {
            case UInt8(ascii: "_"): fill = .spaces
            case UInt8(ascii: "-"): fill = .nothing
            case UInt8(ascii: "0"): fill = .zeros
            case UInt8(ascii: "^"): isUpper = true
            case UInt8(ascii: "#"): swapsCase = true
            default: break scan
            }
            format.removeFirst()
        }
        while let byte = format.first, byte.isDigit {
            width = min(width * 10 + Int(byte & 15), Self.widest)
            format.removeFirst()
        }
        if let byte = format.first, byte == UInt8(ascii: "E") || byte == UInt8(ascii: "O") {
            modifier = byte
            format.removeFirst()
        }
        letter = format.popFirst() ?? 0
        source = whole[whole.startIndex..<format.startIndex]
    }

    /// Whether the letter may carry the modifier.
    var allowsModifier: Bool {
        switch modifier {
        case UInt8(ascii: "E"): !"aAbhBDdeFGgHIjklMmSUVWw".utf8.contains(letter)
        case UInt8(ascii: "O"): !"aAcDFxXY".utf8.contains(letter)
        default: true
        }
    }

    /// Whether what is written turns into capitals.
    ///
    /// The other case of `am` and `pm` is small; the other case of a name is capitals, even of a directive that then
    /// turns out to be unknown and is printed as typed.
    private var writesCapitals: Bool {
        if swapsCase {
            if letter == UInt8(ascii: "p") { return false }
            if "bBh".utf8.contains(letter) || modifier == 0 && "aA".utf8.contains(letter) { return true }
        }
        return isUpper && letter != UInt8(ascii: "P")
    }

    /// Writes a string in at least the width, in capitals when a flag asks for them.
    func write(_ text: some Collection<UInt8>, to output: inout [UInt8]) {
        let filler = UInt8(ascii: fill == .zeros ? "0" : " ")
        if text.count < width { output.append(contentsOf: repeatElement(filler, count: width - text.count)) }
        if writesCapitals {
            output.append(contentsOf: text.lazy.map(\.uppercased))
        } else {
            output.append(contentsOf: text)
        }
    }

    /// Writes a number with at least that many digits and in at least the width; seconds since 1970 take no more
    /// digits.
    func writeNumber(_ number: Int, digits: Int, fill usual: Fill, to output: inout [UInt8]) {
        if letter == UInt8(ascii: "s") { return write(String(number).utf8, to: &output) }
        switch fill ?? usual {
        case .nothing: write(String(number).utf8, to: &output)
        case .zeros: output.appendNumber(number, width: max(digits, width))
        case .spaces: output.appendNumber(number, width: max(digits, width), fill: UInt8(ascii: " "))
        }
    }
}

extension UInt8 {
    /// The ASCII capital of a small letter; other bytes are unchanged.
    var uppercased: UInt8 { self &- 97 < 26 ? self - 32 : self }
}
