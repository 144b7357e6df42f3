/// Certificates for tests alone, valid for a hundred years; the keys guard nothing.
///
/// The authority has signed one for a server on 127.0.0.1 and one for a client.
enum TestCertificates {
    static let authority = """
        -----BEGIN CERTIFICATE-----
        MIIBmDCCAT+gAwIBAgIUX3pHxodoSJHK0gr6zTSsTS9Ws/AwCgYIKoZIzj0EAwIw
        GTEXMBUGA1UEAwwOVGVzdCBBdXRob3JpdHkwIBcNMjYxMTI2MDIwODA0WhgPMjEy
        NjExMDIwMjA4MDRaMBkxFzAVBgNVBAMMDlRlc3QgQXV0aG9yaXR5MFkwEwYHKoZI
        zj0CAQYIKoZIzj0DAQcDQgAELfn5cOX/sIgEXngOJHsuWQo8byOpaKmRCZ0okkAA
        zqaCg+/t5i/LHx912oBG8cPHMbvoNrmh+xp6Y475m9SitqNjMGEwHQYDVR0OBBYE
        FJ0f4rRpoo8hFqUG1Dpv2D3ve8E4MB8GA1UdIwQYMBaAFJ0f4rRpoo8hFqUG1Dpv
        2D3ve8E4MA8GA1UdEwEB/wQFMAMBAf8wDgYDVR0PAQH/BAQDAgIEMAoGCCqGSM49
        BAMCA0cAMEQCIHaOEIk9QDqLCXIe387au1XY5eFYJoQnXY6QEs/ajAIWAiADRJey
        PtqJuhs7CFAhnN1xOFRWWF5iJwQheeG3C2T2sA==
        -----END CERTIFICATE-----
        """

    static let server = """
        -----BEGIN CERTIFICATE-----
        MIIBmjCCAUCgAwIBAgIUGCE2HzrBxOur3C96fpTmZAFxT/swCgYIKoZIzj0EAwIw
        GTEXMBUGA1UEAwwOVGVzdCBBdXRob3JpdHkwIBcNMjYxMTI2MDIwODA0WhgPMjEy
        NjExMDIwMjA4MDRaMBQxEjAQBgNVBAMMCWxvY2FsaG9zdDBZMBMGByqGSM49AgEG
        CCqGSM49AwEHA0IABHlDWC5NYUBFq/xvJvjYjxClUcaEeCZRaOoORb1lb7Cz8Ogh
        J2T4yqZpgoJ5NjDrVe+pZYHuSoTaFYwZkJeYfdOjaTBnMBoGA1UdEQQTMBGHBH8A
        AAGCCWxvY2FsaG9zdDAJBgNVHRMEAjAAMB0GA1UdDgQWBBRGZ71Mwc3TX1cpzl15
        NNo47lhF1TAfBgNVHSMEGDAWgBSdH+K0aaKPIRalBtQ6b9g973vBODAKBggqhkjO
        PQQDAgNIADBFAiEAslhNaHSBObZtLDQSVQNfmxjdURPQJtaDAXDGeCCxt6sCIG5x
        LkhanojWvnY6x/yL8MwedYLQYB3UCz8v1cIlFK6k
        -----END CERTIFICATE-----
        """

    static let serverKey = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgVyjVFMeq549WlFUh
        ZGUXI0T17pu5U3i73vuEi8lbnrehRANCAAR5Q1guTWFARav8byb42I8QpVHGhHgm
        UWjqDkW9ZW+ws/DoISdk+MqmaYKCeTYw61XvqWWB7kqE2hWMGZCXmH3T
        -----END PRIVATE KEY-----
        """

    static let client = """
        -----BEGIN CERTIFICATE-----
        MIIBjzCCATagAwIBAgIUGCE2HzrBxOur3C96fpTmZAFxT/wwCgYIKoZIzj0EAwIw
        GTEXMBUGA1UEAwwOVGVzdCBBdXRob3JpdHkwIBcNMjYxMTI2MDIwODA1WhgPMjEy
        NjExMDIwMjA4MDVaMBExDzANBgNVBAMMBmNsaWVudDBZMBMGByqGSM49AgEGCCqG
        SM49AwEHA0IABPRF7LU9pHFovZeP8MPU00rIXfRjZ0JCzcOqMaTlDCEoZ7pOwZLF
        cj2X4ftR1+zXiuSXrcZjYTSD69+FsNR46gSjYjBgMAkGA1UdEwQCMAAwEwYDVR0l
        BAwwCgYIKwYBBQUHAwIwHQYDVR0OBBYEFPHk0KXYm7xG60janhI/iTDL36bKMB8G
        A1UdIwQYMBaAFJ0f4rRpoo8hFqUG1Dpv2D3ve8E4MAoGCCqGSM49BAMCA0cAMEQC
        IG6arnkkPMfLSvndyt86t3IepEhSRnyfsO5NAahBLJncAiAfWOMeOJyJ0wdbrnzG
        EwuZszScZ7LDoqgKvLRFRQMHOw==
        -----END CERTIFICATE-----
        """

    static let clientKey = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgDv4q7icXzkekko4R
        XQssjmsgZiE0fDZ3xfXKnWC7EvShRANCAAT0Rey1PaRxaL2Xj/DD1NNKyF30Y2dC
        Qs3DqjGk5QwhKGe6TsGSxXI9l+H7Udfs14rkl63GY2E0g+vfhbDUeOoE
        -----END PRIVATE KEY-----
        """
}
