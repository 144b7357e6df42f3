/// Certificates and their key for servers on loopback, made with openssl; they are used nowhere else.
///
/// All are for the same key and `CN=server`. `selfSigned` is for 127.0.0.1 and localhost; the others are issued by
/// `CN=Test Authority`, `otherHost` for other.example alone, the rest for 127.0.0.1.
enum FaultyCertificates {
    /// The private key.
    static let key = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgxsFDgA0aTx9vd0cX
        e0NtgtGOq/sQXU4CIjDyFY/vU1+hRANCAAQOy4dRCMKjcBUPsIoc+XFq6OnGZ1+v
        QBKkx3yyICxK2T6A6ZHXvmpn9aswIovzyv5kphdOHRFOBe4yKTQTPddq
        -----END PRIVATE KEY-----
        """

    /// The authority itself.
    static let authority = """
        -----BEGIN CERTIFICATE-----
        MIIBiTCCAS+gAwIBAgIUFn4pKr3Z5LaLcEo2wiC8YQB9CL8wCgYIKoZIzj0EAwIw
        GTEXMBUGA1UEAwwOVGVzdCBBdXRob3JpdHkwIBcNMjYxMTI2MDE1MzE0WhgPMjEy
        NjExMDIwMTUzMTRaMBkxFzAVBgNVBAMMDlRlc3QgQXV0aG9yaXR5MFkwEwYHKoZI
        zj0CAQYIKoZIzj0DAQcDQgAEfJ0vw3rbyr9tBb9k98lqD1sYOU/7xy0FiL76NEUB
        9NxP6oF1tRRacsPl0HP3aojr+krT5jUYfW2Ff7cXiqSuQaNTMFEwHQYDVR0OBBYE
        FNE66H08JtpZXrzEGnHU0K+ZARJTMB8GA1UdIwQYMBaAFNE66H08JtpZXrzEGnHU
        0K+ZARJTMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIhAMdIJcUK
        bWZz/4EO5amZnqCl6fx/k4dxS3UAqN1I1x0pAiBxYBCVSYOwscUxZKJxN0R63nQp
        dMTlyx9E9DjKqvfV4A==
        -----END CERTIFICATE-----
        """

    /// Valid until 2120.
    static let selfSigned = """
        -----BEGIN CERTIFICATE-----
        MIIBTjCB9qADAgECAgEFMAoGCCqGSM49BAMCMBExDzANBgNVBAMMBnNlcnZlcjAg
        Fw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAwMFowETEPMA0GA1UEAwwGc2Vy
        dmVyMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEDsuHUQjCo3AVD7CKHPlxaujp
        xmdfr0ASpMd8siAsStk+gOmR175qZ/WrMCKL88r+ZKYXTh0RTgXuMik0Ez3XaqM9
        MDswGgYDVR0RBBMwEYcEfwAAAYIJbG9jYWxob3N0MB0GA1UdDgQWBBSA/TjWk9aC
        o3w9JOVA2ORiDnhwTzAKBggqhkjOPQQDAgNHADBEAiAi2Bmg+ndevDAQ2u9wFhpI
        5I86LfGpiRTpR1p49PWdxgIgO9HZDxwQArYyXWXIaaoAu25xHFicK3HWwik6+KOm
        mec=
        -----END CERTIFICATE-----
        """

    /// Valid until 2120.
    static let signed = """
        -----BEGIN CERTIFICATE-----
        MIIBbTCCARSgAwIBAgIBATAKBggqhkjOPQQDAjAZMRcwFQYDVQQDDA5UZXN0IEF1
        dGhvcml0eTAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAwMFowETEPMA0G
        A1UEAwwGc2VydmVyMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEDsuHUQjCo3AV
        D7CKHPlxaujpxmdfr0ASpMd8siAsStk+gOmR175qZ/WrMCKL88r+ZKYXTh0RTgXu
        Mik0Ez3XaqNTMFEwDwYDVR0RBAgwBocEfwAAATAdBgNVHQ4EFgQUgP041pPWgqN8
        PSTlQNjkYg54cE8wHwYDVR0jBBgwFoAU0TrofTwm2llevMQacdTQr5kBElMwCgYI
        KoZIzj0EAwIDRwAwRAIgHuB4jycxdlve6tdlcxy+cBw69OT0Iowhxcns3kIXyAcC
        IEogHVR5XKyo+Crki30gkquBqhxEh+Uya7hgWENg6THd
        -----END CERTIFICATE-----
        """

    /// Valid until 2120.
    static let otherHost = """
        -----BEGIN CERTIFICATE-----
        MIIBdjCCAR2gAwIBAgIBAjAKBggqhkjOPQQDAjAZMRcwFQYDVQQDDA5UZXN0IEF1
        dGhvcml0eTAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAwMFowETEPMA0G
        A1UEAwwGc2VydmVyMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEDsuHUQjCo3AV
        D7CKHPlxaujpxmdfr0ASpMd8siAsStk+gOmR175qZ/WrMCKL88r+ZKYXTh0RTgXu
        Mik0Ez3XaqNcMFowGAYDVR0RBBEwD4INb3RoZXIuZXhhbXBsZTAdBgNVHQ4EFgQU
        gP041pPWgqN8PSTlQNjkYg54cE8wHwYDVR0jBBgwFoAU0TrofTwm2llevMQacdTQ
        r5kBElMwCgYIKoZIzj0EAwIDRwAwRAIgGmjkTI7HsOiUK25aK+mPxdAYQbPD4zP2
        MMtU8Gqbi9gCIC+9V0XpImUSw4xDG2y215R7o82Eau8fycMYfl7yeuwN
        -----END CERTIFICATE-----
        """

    /// Valid until 2021-01-31.
    static let expired = """
        -----BEGIN CERTIFICATE-----
        MIIBazCCARKgAwIBAgIBAzAKBggqhkjOPQQDAjAZMRcwFQYDVQQDDA5UZXN0IEF1
        dGhvcml0eTAeFw0yMDAxMDEwMDAwMDBaFw0yMTAxMzEwMDAwMDBaMBExDzANBgNV
        BAMMBnNlcnZlcjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABA7Lh1EIwqNwFQ+w
        ihz5cWro6cZnX69AEqTHfLIgLErZPoDpkde+amf1qzAii/PK/mSmF04dEU4F7jIp
        NBM912qjUzBRMA8GA1UdEQQIMAaHBH8AAAEwHQYDVR0OBBYEFID9ONaT1oKjfD0k
        5UDY5GIOeHBPMB8GA1UdIwQYMBaAFNE66H08JtpZXrzEGnHU0K+ZARJTMAoGCCqG
        SM49BAMCA0cAMEQCIDLb3tZFlg5IC+38hqlWNv7m1B9ZE811C+cIP4+Moi04AiBc
        URY4cqmVujblWr3aN96qKyzUy3E4/FfjrfyL67pVWQ==
        -----END CERTIFICATE-----
        """

    /// Valid from 2099-01-01.
    static let early = """
        -----BEGIN CERTIFICATE-----
        MIIBbzCCARagAwIBAgIBBDAKBggqhkjOPQQDAjAZMRcwFQYDVQQDDA5UZXN0IEF1
        dGhvcml0eTAiGA8yMDk5MDEwMTAwMDAwMFoYDzIxMjAwMTAxMDAwMDAwWjARMQ8w
        DQYDVQQDDAZzZXJ2ZXIwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQOy4dRCMKj
        cBUPsIoc+XFq6OnGZ1+vQBKkx3yyICxK2T6A6ZHXvmpn9aswIovzyv5kphdOHRFO
        Be4yKTQTPddqo1MwUTAPBgNVHREECDAGhwR/AAABMB0GA1UdDgQWBBSA/TjWk9aC
        o3w9JOVA2ORiDnhwTzAfBgNVHSMEGDAWgBTROuh9PCbaWV68xBpx1NCvmQESUzAK
        BggqhkjOPQQDAgNHADBEAiBO5U9Yaz65cd/pf0VL5nJ942Dzn8lxr4dYmAciPNFR
        JAIgO9A6/IP0UW6uitFNg/brlgGcHfZH/Rdi8Z1DG/gF3iU=
        -----END CERTIFICATE-----
        """
}
