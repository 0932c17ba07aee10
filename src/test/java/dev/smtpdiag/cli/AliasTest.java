package dev.smtpdiag.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.smtpdiag.language.Sentence;
import dev.smtpdiag.plan.InvalidInputException;
import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.plan.Target;
import dev.smtpdiag.simulate.SimulatedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ParseResult;

/** The names that swaks, curl, msmtp and others use mean what ours mean. */
class AliasTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "--quit-after MAIL --from a@example.com, -q MAIL --from a@example.com",
        "--quit-after MAIL --from a@example.com, --until mail --from a@example.com",
        "--quit-after CONNECT, -q banner",
        "--quit-after FIRST-EHLO, -q first-helo",
        "--quit-after EHLO, -q HELO",
        "--quit-after TLS, -q starttls",
        "--tls implicit, --tls-on-connect",
        "--tls implicit, -tlsc",
        "--tls implicit, --smtps",
        "--tls starttls, --starttls",
        "--tls starttls, -tls",
        "--tls starttls, --ssl-reqd",
        "--tls auto, -tlso",
        "--tls auto, --ssl",
        "--tls auto, --tls AUTO",
        "--ehlo me.example.org, --helo me.example.org",
        "--ehlo me.example.org, --lhlo me.example.org",
        "--ehlo me.example.org, --name me.example.org",
        "--ehlo me.example.org, --fqdn me.example.org",
        "--ehlo me.example.org, --domain me.example.org",
        "--from a@example.com, -f a@example.com",
        "--from a@example.com, --mail-from a@example.com",
        "--from a@example.com, --from <a@example.com>",
        "--from <>, -f <>",
        "--to b@example.com, -t b@example.com",
        "--to b@example.com, --mail-rcpt b@example.com",
        "--to b@example.com, --rcpt <b@example.com>",
        "--to b@example.com --to c@example.com, -t b@example.com -t c@example.com",
        "--user alice --password-env PW, -au alice --password-env PW",
        "--user alice --password-env PW, --auth-user alice --password-env PW",
        "--user alice --password secret, -au alice -ap secret",
        "--user alice --password secret, --auth-user alice --auth-password secret",
        "--user alice --password-command echo${IFS}secret, -au alice --passwordeval echo${IFS}secret",
        "--insecure, -k",
        "--max-time 7s, -m 7",
        "--max-time 2m, --max-time 120",
        "--connect-timeout 1500ms, --connect-timeout=1500ms",
        "--resolve mx.example.com:192.0.2.1, --resolve mx.example.com:587:192.0.2.1",
        "--resolve mx.example.com:2001:db8::1, --resolve mx.example.com:587:[2001:db8::1]",
    })
    void meanTheSame(String ours, String familiar) {
        assertEquals(described(words(ours)), described(words(familiar)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--tls-ca-path", "--add-ca", "--x509cafile", "-CAfile"})
    void theAuthorityMayHaveManyNames(String option) throws IOException {
        String file = authority();
        Plan plan = plan(List.of("--cacert", file));
        assertEquals(1, plan.trust().additional().size());
        assertEquals(plan.trust(), plan(List.of(option, file)).trust());
        // Those of both names count.
        assertEquals(
                2,
                plan(List.of(option, file, "--cacert", file))
                        .trust()
                        .additional()
                        .size());
    }

    @Test
    void anOptionOfOneTestIsNotTheDefault() {
        String plain = described(List.of());
        for (String words : List.of("--tls implicit", "--ehlo me", "--from a@b", "--to a@b", "-k", "-m 7", "-q EHLO")) {
            assertEquals(false, plain.equals(described(words(words))), words);
        }
    }

    @Test
    void recipientsOfSeveralNamesAreAllTried() {
        assertEquals(
                Set.of("b@example.com", "c@example.com", "d@example.com"),
                Set.copyOf(plan(words("-t b@example.com --to c@example.com --rcpt d@example.com"))
                        .envelope()
                        .to()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-tls --ssl-reqd",
                "--ssl-reqd --starttls",
                "--starttls -tls",
                "--starttls --tls starttls",
                "--smtps -tlsc",
                "-tlsc --tls implicit",
                "--ssl -tlso",
                "-k --insecure",
            })
    void severalNamesOfOneWishMayBeGivenTogether(String words) {
        List<String> arguments = new ArrayList<>(List.of("probe", "mx.example.com", "--user", "alice"));
        arguments.addAll(words(words));
        // The command line was understood when all that is missing is the password.
        Invocation.Result result =
                Invocation.of(arguments.toArray(new String[0])).run();
        assertEquals(48, result.exit(), result.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--smtps --starttls", "-tls --tls none", "--ssl -tlsc", "--ssl --ssl-reqd"})
    void differentModesContradictEachOther(String words) {
        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> plan(words(words)));
        assertEquals(
                "two different TLS modes are asked for: give one of --tls auto, starttls, implicit or none",
                Sentence.of(refused));
    }

    private static List<String> words(String line) {
        return List.of(line.split(" "));
    }

    private static Plan plan(List<String> options) {
        List<String> arguments = new ArrayList<>(List.of("probe", "mx.example.com"));
        arguments.addAll(options);
        ParseResult parsed = Invocation.of(arguments.toArray(new String[0])).parsed();
        Plan[] plan = new Plan[1];
        Invocation.of().with("PW", "secret").captured(console -> {
            plan[0] = ProbeOptions.planner(parsed, console)
                    .withCredentials(CredentialOptions.credentials(parsed, console))
                    .plan(Target.parse("mx.example.com"));
            return 0;
        });
        return plan[0];
    }

    /** All of a plan; a secret has no equals, and prints a mask. */
    private static String described(List<String> options) {
        Plan plan = plan(options);
        return plan + plan.credentials().map(login -> login.password().reveal()).orElse("");
    }

    private String authority() throws IOException {
        try (SimulatedServer server = SimulatedServer.start(Played.withCanary("healthy"))) {
            String pem = "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder().encodeToString(server.authority().getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
            return Files.writeString(folder.resolve("authority.pem"), pem).toString();
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
