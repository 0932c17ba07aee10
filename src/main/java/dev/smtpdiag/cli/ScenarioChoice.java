package dev.smtpdiag.cli;

import dev.smtpdiag.plan.InvalidInputException;
import dev.smtpdiag.simulate.Scenario;
import dev.smtpdiag.simulate.ScenarioLibrary;
import dev.smtpdiag.simulate.ScenarioParser;
import dev.smtpdiag.simulate.ScenarioSyntaxException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Finds a scenario by what a person typed: its name in the library, or a file. */
final class ScenarioChoice {

    private static final int MOST_OCTETS = 1_000_000;

    private ScenarioChoice() {}

    /** A scenario of the library. */
    static Scenario named(String name) {
        List<String> names = ScenarioLibrary.names();
        if (!names.contains(name)) {
            throw Similarity.unknown("scenario.unknown", name, names);
        }
        return ScenarioLibrary.load(name);
    }

    /** A scenario of the library, or of the file of this name. */
    static Scenario of(String nameOrFile) {
        if (ScenarioLibrary.names().contains(nameOrFile)) {
            return ScenarioLibrary.load(nameOrFile);
        }
        boolean looksLikeFile = nameOrFile.matches("(?s).*[/\\\\.].*") || exists(nameOrFile);
        return looksLikeFile ? read(nameOrFile) : named(nameOrFile);
    }

    private static boolean exists(String file) {
        try {
            return Files.exists(Path.of(file));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static Scenario read(String file) {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            byte[] octets = in.readNBytes(MOST_OCTETS + 1);
            if (octets.length > MOST_OCTETS) {
                throw new InvalidInputException("scenario.too-long", file);
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
            return ScenarioParser.parse(file, text);
        } catch (ScenarioSyntaxException e) {
            throw new InvalidInputException("scenario.syntax", file, e.line(), e.sentence());
        } catch (CharacterCodingException e) {
            throw new InvalidInputException("scenario.not-text", file);
        } catch (IOException | InvalidPathException e) {
            throw new InvalidInputException("scenario.unreadable", file);
        }
    }
}
