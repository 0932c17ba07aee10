package dev.smtpdiag.cli;

import dev.smtpdiag.language.Messages;
import dev.smtpdiag.plan.InvalidInputException;
import dev.smtpdiag.simulate.ReceivedMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Keeps each message as one file, {@code 20260131-235959Z-1.eml}, with the envelope in header fields above it. */
final class MessageFolder {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Console console;
    private final Messages errors;

    private MessageFolder(Path folder, Console console) {
        this.folder = folder;
        this.console = console;
        this.errors = Messages.ofErrors(console.language());
    }

    /** Makes the folder if there is none. */
    static MessageFolder open(Path folder, Console console) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new InvalidInputException("simulate.save", folder.toString());
        }
        if (!Files.isWritable(folder)) {
            throw new InvalidInputException("simulate.save", folder.toString());
        }
        return new MessageFolder(folder, console);
    }

    synchronized void save(ReceivedMessage message) {
        byte[] octets = octets(message);
        String name = NAME.format(message.at());
        int number = 1;
        while (true) {
            try {
                Files.write(folder.resolve(name + "-" + number + ".eml"), octets, StandardOpenOption.CREATE_NEW);
                return;
            } catch (FileAlreadyExistsException e) {
                number++;
            } catch (IOException e) {
                console.err().println("smtpdiag: " + errors.get("simulate.save", folder));
                console.err().flush();
                return;
            }
        }
    }

    /** RFC 5321 4.4 has Return-Path for the sender; for the recipients there is only custom. */
    private static byte[] octets(ReceivedMessage message) {
        StringBuilder header = new StringBuilder("Return-Path: <" + message.from() + ">\r\n");
        message.to()
                .forEach(path -> header.append("X-Envelope-To: <").append(path).append(">\r\n"));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(header.toString().getBytes(StandardCharsets.UTF_8));
        all.writeBytes(message.content());
        return all.toByteArray();
    }
}
