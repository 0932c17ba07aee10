package dev.smtpdiag.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextBlocksTest {

    private static TextBlocks of(String text) {
        return new TextBlocks(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> all(TextBlocks blocks) throws IOException {
        List<String> all = new ArrayList<>();
        for (String block = blocks.next(); block != null; block = blocks.next()) {
            all.add(block);
        }
        return all;
    }

    @Test
    void aShortTextIsOneBlock() throws IOException {
        assertEquals(List.of("250-a\n250 b\nlast\n"), all(of("250-a\n250 b\nlast")));
        assertNull(of("").next());
    }

    @Test
    void linesThatAreNoTextAreCounted() throws IOException {
        TextBlocks blocks = of("one\nt\u0000wo\nthr\u0007ee\n\ttab\r\n\u001b[1mbold\n");
        assertEquals(List.of("one\n\ttab\r\n\u001b[1mbold\n"), all(blocks));
        assertEquals(2, blocks.skipped());
    }

    @Test
    void aLineMayBeAsLongAsTheLimit() throws IOException {
        String longest = "a".repeat(TextBlocks.LONGEST_LINE);
        TextBlocks blocks = of(longest + "\n" + longest + "b\nend\n");
        assertEquals(List.of(longest + "\nend\n"), all(blocks));
        assertEquals(1, blocks.skipped());
    }

    @Test
    void octetsThatAreNotUtf8AreReplaced() throws IOException {
        byte[] latin = {'5', '5', '0', ' ', (byte) 0xe9, '\n'};
        assertEquals("550 \ufffd\n", new TextBlocks(new ByteArrayInputStream(latin)).next());
    }

    @Test
    void aReplyOfSeveralLinesIsNotTornApart() throws IOException {
        String line = "x".repeat(1022) + "\n"; // 1024 of them are a little less than a block
        String text = line.repeat(1024) + "host said: 550-5.1.1 one\nhost said: 550 5.1.1 two\n";
        // The block is full only behind the first of the two.
        List<String> blocks = all(of(text.replaceFirst("x\n", "xxxxx" + "x".repeat(1000) + "\n")));
        assertEquals(2, blocks.size());
        assertTrue(blocks.get(1).startsWith("host said: 550-5.1.1 one\n"), blocks.get(1));
        assertEquals(
                text.length() + 1004, blocks.get(0).length() + blocks.get(1).length());
    }

    @Test
    void anEndlessLineTakesNoMemory() throws IOException {
        InputStream endless = new InputStream() {
            private long left = 200_000_000;

            @Override
            public int read() {
                return left-- > 0 ? 'a' : -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                int count = (int) Math.min(length, left);
                java.util.Arrays.fill(bytes, offset, offset + count, (byte) 'a');
                left -= count;
                return count == 0 ? -1 : count;
            }
        };
        TextBlocks blocks = new TextBlocks(endless);
        assertNull(blocks.next());
        assertEquals(1, blocks.skipped());
    }
}
