package dev.smtpdiag.simulate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the blocks of a scenario: an unindented line that says when, and indented lines that say what. */
final class ScriptParser {

    private ScriptParser() {}

    static Script parse(List<Account> accounts, List<SourceLine> lines) {
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
            Phase phase = Phase.of(first.text());
            Trigger trigger = Trigger.parse(
                    first, first.text().substring(phase.prefix().length()).strip());
            blocks.add(new Block(phase, trigger, block.actions()));
        }
        return new Script(accounts, blocks);
    }
}
