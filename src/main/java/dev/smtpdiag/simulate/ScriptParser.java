package dev.smtpdiag.simulate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the blocks of a scenario: an unindented line that says when, and indented lines that say what. */
final class ScriptParser {

    private static final String CONNECT = "connect";

    private ScriptParser() {}

    static Script parse(List<Account> accounts, List<SourceLine> lines) {
        Optional<List<Action>> connect = Optional.empty();
        List<Block> blocks = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int next = 0;
        while (next < lines.size()) {
            SourceLine first = lines.get(next);
            if (first.isIndented()) {
                throw first.error("an indented line belongs to a block, and there is none yet");
            }
            next++;
            BlockParser block = new BlockParser();
            while (next < lines.size() && lines.get(next).isIndented()) {
                block.read(lines.get(next));
                next++;
            }
            if (!seen.add(first.text())) {
                throw first.error("there is already a block '" + first.text() + "'");
            }
            if (first.text().equals(CONNECT)) {
                connect = Optional.of(block.actions());
            } else {
                blocks.add(new Block(Trigger.parse(first), block.actions()));
            }
        }
        return new Script(accounts, connect, blocks);
    }
}
