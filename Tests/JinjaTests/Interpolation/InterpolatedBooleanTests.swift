import Testing

/// Conditions, with the results of the reference.
@Suite("Conditions")
struct InterpolatedBooleanTests {
    @Test(
        "judges texts",
        arguments: [
            ("False", "False"),
            ("false", "False"),
            ("FALSE", "True"),
            ("{}", "False"),
            ("[]", "False"),
            ("()", "False"),
            ("", "False"),
            ("0", "False"),
            ("0.0", "False"),
            ("00", "False"),
            ("-0", "False"),
            ("0x0", "False"),
            ("None", "False"),
            ("none", "True"),
            ("null", "True"),
            ("no", "True"),
            ("off", "True"),
            (" ", "True"),
            ("''", "False"),
            ("[ ]", "False"),
            ("[0]", "True"),
            ("\n False \n", "True"),
            ("{{ '' }}", "False"),
            ("set()", "False"),
            ("{{ record.missing }}", "False"),
            ("{{ record.missing.x }}", "False"),
            ("{{ record.nul > 0 }}", "True"),
            ("{{ none }}", "False"),
            ("{{ [] }}", "False"),
            ("{{ {} }}", "False"),
            ("{{ 0.0 }}", "False"),
            ("{{ record.l }}", "True"),
            ("{{ record.el }}", "False"),
            ("{{ record.ed }}", "False"),
            ("{{ record.fl }}", "False"),
            ("{{ 'False' }}", "False"),
            ("{{ 1 / 0 }}", "!ZeroDivisionError"),
            ("{{ undefined_name }}", "!ValueError"),
            ("{{ (1, 2)[2:] }}", "False"),
            ("{{ record.e }}", "False"),
            ("{{ record }}", "True"),
        ] as [(String, String)]
    )
    func texts(template: String, answer: String) {
        #expect(Sample.truth(template) == answer)
    }
}
