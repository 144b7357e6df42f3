/// An instant together with the way an endpoint writes it.
struct Timestamp: JSONWritable {
    let instant: Instant
    let offset: UTCOffset
    /// Digits of the fraction of a second: 0, 3 or 6.
    let fractionDigits: Int

    /// Writes the quoted text, such as `"2026-06-10T21:50:07.428+02:00"`.
    func write(to writer: inout JSONWriter) {
        writer.raw("\"")
        let local = instant.seconds + Int64(offset.minutes) * 60
        writeDay(CalendarDay(number: local.flooredDivision(by: 86_400)), to: &writer)
        let secondOfDay = Int(local - local.flooredDivision(by: 86_400) * 86_400)
        writer.raw("T")
        writer.digits(secondOfDay / 3_600, width: 2)
        writer.raw(":")
        writer.digits(secondOfDay / 60 % 60, width: 2)
        writer.raw(":")
        writer.digits(secondOfDay % 60, width: 2)
        writeFraction(to: &writer)
        writeOffset(to: &writer)
        writer.raw("\"")
    }

    private func writeDay(_ day: CalendarDay, to writer: inout JSONWriter) {
        let parts = day.parts
        writer.digits(parts.year, width: 4)
        writer.raw("-")
        writer.digits(parts.month, width: 2)
        writer.raw("-")
        writer.digits(parts.day, width: 2)
    }

    private func writeFraction(to writer: inout JSONWriter) {
        guard fractionDigits > 0 else { return }
        let micros = Int(instant.microseconds - instant.seconds * 1_000_000)
        writer.raw(".")
        writer.digits(fractionDigits == 3 ? micros / 1_000 : micros, width: fractionDigits)
    }

    private func writeOffset(to writer: inout JSONWriter) {
        guard !offset.writesZ else { return writer.raw("Z") }
        let size = abs(offset.minutes)
        writer.raw(offset.minutes < 0 ? "-" : "+")
        writer.digits(size / 60, width: 2)
        writer.raw(":")
        writer.digits(size % 60, width: 2)
    }
}
