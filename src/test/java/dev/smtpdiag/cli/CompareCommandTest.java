package dev.smtpdiag.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code compare} from arguments to bytes. */
class CompareCommandTest {

    static List<Path> goldenFiles() throws IOException {
        return ExplainGolden.files("compare");
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void comparesAsBefore(Path file) throws IOException {
        ExplainGolden.check(file, (arguments, console) -> new CompareCommand().run(arguments, console));
    }
}
