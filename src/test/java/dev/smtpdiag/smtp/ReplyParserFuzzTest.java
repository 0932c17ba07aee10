package dev.smtpdiag.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class ReplyParserFuzzTest {

    @FuzzTest
    void anyOctetsAreAReplyOrMalformed(byte[] octets) {
        List<byte[]> lines = lines(octets);
        ServerOutput output = ReplyParser.parse(lines);
        boolean allHaveCodes = lines.stream().allMatch(line -> ReplyParser.codeOf(line) > 0);
        assertEquals(allHaveCodes, output instanceof Reply);
        if (output instanceof Reply reply) {
            assertEquals(lines.size(), reply.lines().size());
            assertEquals(
                    ReplyParser.codeOf(lines.get(lines.size() - 1)),
                    reply.code().value());
            assertTrue(reply.oneLine().startsWith(reply.code().toString()));
        } else if (output instanceof MalformedReply malformed) {
            assertEquals(lines.size(), malformed.lines().size());
        }
        for (byte[] line : lines) {
            assertTrue(!ReplyParser.continues(line) || ReplyParser.codeOf(line) > 0);
        }
    }

    private static List<byte[]> lines(byte[] octets) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < octets.length; i++) {
            if (octets[i] == '\n') {
                lines.add(Arrays.copyOfRange(octets, start, i + 1));
                start = i + 1;
            }
        }
        if (start < octets.length || lines.isEmpty()) {
            lines.add(Arrays.copyOfRange(octets, start, octets.length));
        }
        return lines;
    }
}
