package dev.smtpdiag.session.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostNameCheckTest {

    @ParameterizedTest
    @CsvSource({
        // host, name in the certificate, whether it matches
        "mail.example.com, mail.example.com, true",
        "MAIL.example.COM, mail.EXAMPLE.com, true",
        "mail.example.com., mail.example.com, true",
        "mail.example.com, mail.example.com., true",
        "mail.example.com, mail.example.org, false",
        "mail.example.com, example.com, false",
        "example.com, mail.example.com, false",
        "mail.example.com, ail.example.com, false",
        "localhost, localhost, true",
        "mail.example.com, *.example.com, true",
        "MAIL.EXAMPLE.COM., *.Example.com, true",
        "example.com, *.example.com, false",
        "a.mail.example.com, *.example.com, false",
        "a.mail.example.com, *.*.example.com, false",
        "mail.example.com, m*.example.com, false",
        "mail.example.com, mail.*.com, false",
        "mail.example.com, *, false",
        "localhost, *, false",
        "example.com, *.com, false",
        "mail.example.com, *example.com, false",
        ".example.com, *.example.com, false",
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.10, false",
        "2001:db8::1, 2001:db8::1, true",
        "2001:DB8::1, 2001:db8::1, true",
        "2001:db8::1, 2001:db8::2, false",
        // as Java prints those of a certificate
        "2001:db8::1, 2001:db8:0:0:0:0:0:1, true",
        "2001:DB8::1, 2001:db8:0:0:0:0:0:1, true",
        "2001:db8::1, 2001:db8:0:0:0:0:0:2, false",
        "2001:db8::1, mail.example.com, false",
        "2001:db8::1, *.example.com, false",
        "2001:db8::1, :::::, false",
        "xn--bcher-kva.example, xn--bcher-kva.example, true"
    })
    void oneName(String host, String name, boolean matches) {
        assertEquals(matches, HostNameCheck.matches(host, List.of(name)));
    }

    @Test
    void anyOfTheNamesWillDo() {
        assertTrue(HostNameCheck.matches("b.example", List.of("a.example", "b.example")));
        assertFalse(HostNameCheck.matches("c.example", List.of("a.example", "b.example")));
        assertFalse(HostNameCheck.matches("a.example", List.of()));
    }
}
