package dev.smtpdiag.session.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        assertEquals(matches, HostNameCheck.matches(host, names(name)));
    }

    @Test
    void anyOfTheNamesWillDo() {
        assertTrue(HostNameCheck.matches("b.example", names("a.example", "b.example")));
        assertFalse(HostNameCheck.matches("c.example", names("a.example", "b.example")));
        assertFalse(HostNameCheck.matches("a.example", names()));
    }

    @Test
    void aNameAndAnAddressAreDifferentTypes() {
        AlternativeNames addressAsName = new AlternativeNames(List.of("192.0.2.1", "2001:db8::1"), List.of());
        assertFalse(HostNameCheck.matches("192.0.2.1", addressAsName));
        assertFalse(HostNameCheck.matches("2001:db8::1", addressAsName));
        AlternativeNames nameAsAddress = new AlternativeNames(List.of(), List.of("mail.example.com"));
        assertFalse(HostNameCheck.matches("mail.example.com", nameAsAddress));
    }

    /** Each under the type that it looks like. */
    private static AlternativeNames names(String... names) {
        Map<Boolean, List<String>> byType = Stream.of(names)
                .collect(Collectors.partitioningBy(name -> name.indexOf(':') >= 0 || name.matches("[0-9.]+")));
        return new AlternativeNames(byType.getOrDefault(false, List.of()), byType.getOrDefault(true, List.of()));
    }
}
