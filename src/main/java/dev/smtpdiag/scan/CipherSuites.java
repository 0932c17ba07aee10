package dev.smtpdiag.scan;

import dev.smtpdiag.scan.hello.ProtocolVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The cipher suites that we know. */
final class CipherSuites {

    private static final String TABLE = "/scan/suites.tsv";
    private static final int COLUMNS = 9;

    private final List<CipherSuite> all;

    private CipherSuites(List<CipherSuite> all) {
        this.all = List.copyOf(all);
    }

    static CipherSuites load() {
        try (InputStream in = CipherSuites.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + TABLE);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every row of the table, the best first. */
    List<CipherSuite> all() {
        return all;
    }

    /** Those that a version can have, the best first. */
    List<CipherSuite> of(ProtocolVersion version) {
        boolean modern = version == ProtocolVersion.TLS_1_3;
        return all.stream()
                .filter(suite -> suite.since().code() <= version.code())
                .filter(suite -> (suite.since() == ProtocolVersion.TLS_1_3) == modern)
                .toList();
    }

    /** The suite with this code, known or not. */
    CipherSuite get(int code) {
        return all.stream().filter(suite -> suite.code() == code).findFirst().orElseGet(() -> unknown(code));
    }

    private static CipherSuite unknown(int code) {
        String number = "0x" + CipherSuite.hex(code >>> 8) + CipherSuite.hex(code & 0xff);
        return new CipherSuite(code, number, "", "", "", false, "", ProtocolVersion.SSL_3_0, Rating.WEAK);
    }

    private static CipherSuites parse(String text) {
        List<CipherSuite> suites = new ArrayList<>();
        String[] lines = text.split("\n");
        for (int i = 1; i < lines.length; i++) {
            String[] cells = lines[i].split("\t");
            if (cells.length != COLUMNS) {
                throw new IllegalStateException(TABLE + ": wrong number of columns: " + lines[i]);
            }
            suites.add(new CipherSuite(
                    Integer.parseInt(cells[0], 16),
                    cells[1],
                    cells[2].equals("-") ? "" : cells[2],
                    cells[3],
                    cells[4],
                    cells[5].equals("yes"),
                    cells[6],
                    since(cells[7]),
                    Rating.valueOf(cells[8].toUpperCase(Locale.ROOT))));
        }
        suites.sort(Comparator.comparing(CipherSuite::rating)
                .thenComparing(suite -> suite.cipher().endsWith("CBC")));
        return new CipherSuites(suites);
    }

    private static ProtocolVersion since(String id) {
        return switch (id) {
            case "tls1.3" -> ProtocolVersion.TLS_1_3;
            case "tls1.2" -> ProtocolVersion.TLS_1_2;
            default -> ProtocolVersion.SSL_3_0;
        };
    }
}
