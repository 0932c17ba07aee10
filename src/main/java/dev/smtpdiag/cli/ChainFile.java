package dev.smtpdiag.cli;

import dev.smtpdiag.language.Messages;
import dev.smtpdiag.plan.InvalidInputException;
import dev.smtpdiag.transcript.CertificateFacts;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Transcript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * The file that the chain of a server is written to (RFC 7468 5). Never one that is there already.
 *
 * @param path where to
 */
record ChainFile(Path path) {

    private static final int LINE = 64;

    /**
     * The file that an option asks for.
     *
     * @throws InvalidInputException when it is there already, or cannot be one
     */
    static Optional<ChainFile> wanted(ParseResult parsed, int targets) {
        Optional<String> name = Aliases.value(parsed, "--export-chain");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (targets > 1) {
            throw new InvalidInputException("export-chain.several");
        }
        try {
            Path path = Path.of(name.get());
            if (Files.exists(path)) {
                throw new InvalidInputException("export-chain.exists", name.get());
            }
            Path folder = path.toAbsolutePath().getParent();
            if (folder == null || !Files.isWritable(folder)) {
                throw new InvalidInputException("export-chain.unwritable", name.get());
            }
            return Optional.of(new ChainFile(path));
        } catch (InvalidPathException e) {
            throw new InvalidInputException("export-chain.unwritable", name.get());
        }
    }

    /**
     * Writes the chain, in the order in which it came.
     *
     * @throws InvalidInputException when the file cannot be written
     */
    void write(Transcript transcript, Console console) {
        List<CertificateFacts> chain = transcript
                .first(Event.CertificateJudged.class)
                .map(Event.CertificateJudged::chain)
                .orElse(List.of());
        if (chain.isEmpty()) {
            console.err()
                    .println(
                            "smtpdiag: " + Messages.ofErrors(console.language()).get("export-chain.nothing", path));
            return;
        }
        StringBuilder pem = new StringBuilder();
        chain.forEach(certificate -> append(certificate, pem));
        try {
            Files.writeString(path, pem, StandardCharsets.US_ASCII, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new InvalidInputException("export-chain.exists", path);
        } catch (IOException e) {
            throw new InvalidInputException("export-chain.unwritable", path);
        }
    }

    private static void append(CertificateFacts certificate, StringBuilder pem) {
        pem.append("-----BEGIN CERTIFICATE-----\n");
        String der = certificate.der();
        for (int i = 0; i < der.length(); i += LINE) {
            pem.append(der, i, Math.min(der.length(), i + LINE)).append('\n');
        }
        pem.append("-----END CERTIFICATE-----\n");
    }
}
